import type { Trouble } from '../../progress/store.ts';

/** Why what is typed is not kept as it should be, and what becomes of it. */
export function troubleSentence(trouble: Trouble, place: 'lesson' | 'sandbox'): string {
  switch (trouble) {
    case 'full':
      return 'This browser’s storage is full, so what you type is not kept after you leave. Work goes on as usual.';
    case 'forbidden':
      return 'This browser allows no storage here, so what you type is not kept after you leave. Work goes on as usual.';
    case 'malformed':
      return `What was kept of this ${place} could not be read. It was put aside, not deleted; you begin afresh.`;
    case 'older':
      return 'What was kept comes from an older version and could not be brought over. It was left as it is.';
    default:
      return trouble satisfies never;
  }
}
