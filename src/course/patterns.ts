import { words } from '#words/catalogue';
import { PLACES, type Pattern } from './sandbox-schema.ts';

/** Patterns by where they keep what they keep; a place without any is left out. */
export function byPlace<Listed extends { pattern: Pattern }>(
  patterns: readonly Listed[],
): { heading: string; members: Listed[] }[] {
  return PLACES.map((place) => ({
    heading: words.places[place],
    members: patterns.filter(({ pattern }) => pattern.place === place),
  })).filter(({ members }) => members.length > 0);
}
