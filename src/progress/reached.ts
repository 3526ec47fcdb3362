/** No dependencies: small enough to be inlined in a page that has no other script. */

export const STAGES = ['symptom', 'observe', 'diagnose', 'fix', 'prove', 'compare', 'transfer'] as const;
export type Stage = (typeof STAGES)[number];

export const VERSION = 1;
export const PREFIX = 'leaklab:';
/** Under this key stands the slug of the lesson that was opened last. */
export const LAST_LESSON = 'leaklab:last';

/** The key says which version of the shape lies under it, so that no version overwrites another. */
export function progressKey(slug: string, version = VERSION): string {
  return `${PREFIX}${version}:${slug}`;
}

/** The stages that the learner has reached in a lesson; empty when nothing is known or readable. */
export function readReached(slug: string): Stage[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(progressKey(slug)) ?? 'null');
    const reached = (kept as { reached?: unknown } | null)?.reached;
    return Array.isArray(reached) ? STAGES.filter((stage) => reached.includes(stage)) : [];
  } catch {
    return [];
  }
}

/** Whether it is worth loading the store at once: something is kept, or storage itself is in trouble. */
export function mayHaveProgress(slug: string): boolean {
  try {
    return Object.keys(localStorage).some((key) => key.startsWith(PREFIX) && key.endsWith(`:${slug}`));
  } catch {
    return true;
  }
}
