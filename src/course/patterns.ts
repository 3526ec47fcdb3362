import { PLACES, type Pattern, type Place } from './sandbox-schema.ts';

const headings: Record<Place, string> = {
  caches: 'In a cache',
  registries: 'In a registry, a list or a dict',
  callbacks: 'In a callback',
  threads: 'In a thread',
  asyncio: 'In a task or a future',
  outside: 'Out of sight',
};

/** Patterns by where they keep what they keep; a place without any is left out. */
export function byPlace<Listed extends { pattern: Pattern }>(
  patterns: readonly Listed[],
): { heading: string; members: Listed[] }[] {
  return PLACES.map((place) => ({
    heading: headings[place],
    members: patterns.filter(({ pattern }) => pattern.place === place),
  })).filter(({ members }) => members.length > 0);
}
