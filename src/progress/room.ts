/** How the learner shares out the page, in per cent. No dependencies: a page applies it before anything else runs. */
export type KeptRoom = { editorShare?: number; proseShare?: number; wrapped?: boolean };

export const ROOM_KEY = 'leaklab:room';
/** The property on the root that the page's grid reads. */
export const PROSE_SHARE = '--prose-share';

export function keptRoom(): KeptRoom {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(ROOM_KEY) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return {};
    const { editorShare, proseShare, wrapped } = kept as Record<string, unknown>;
    return {
      ...(isShare(editorShare) ? { editorShare } : {}),
      ...(isShare(proseShare) ? { proseShare } : {}),
      ...(typeof wrapped === 'boolean' ? { wrapped } : {}),
    };
  } catch {
    return {};
  }
}

/** Where nothing can be kept, the page is as it was designed on the next visit. */
export function keepRoom(room: KeptRoom): void {
  try {
    localStorage.setItem(ROOM_KEY, JSON.stringify(room));
  } catch {
    return;
  }
}

function isShare(value: unknown): value is number {
  return typeof value === 'number' && value >= 10 && value <= 90;
}
