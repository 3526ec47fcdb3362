import { words } from '#words/offline';
import * as z from 'zod/mini';
import type { RuntimeFile, Stack } from '../runtime/manifest.ts';

/** `offline.json`: what the site is made of. The build writes it after the pages; the page and its service worker read it. */
export type Listing = {
  /** Changes when anything does that is listed here. */
  build: string;
  /** Those in `_astro/`, whose names change with their content. */
  files: RuntimeFile[];
  /** Bytes of everything else, by its address below the site's: `lessons/counting-objects/`. */
  pages: Record<string, number>;
  /** What each lesson's program runs on, by the lesson's slug. */
  lessons: Record<string, Stack>;
};

const Schema = z.object({
  build: z.string().check(z.minLength(1)),
  files: z.array(z.object({ name: z.string(), bytes: z.number(), integrity: z.string() })),
  pages: z.record(z.string(), z.number()),
  lessons: z.record(z.string(), z.object({ packages: z.array(z.string()), preload: z.array(z.string()) })),
}) satisfies z.ZodMiniType<Listing>;

/** `offline.json` as the host sent it. Throws a sentence. */
export function readListing(text: string): Listing {
  let sent: unknown;
  try {
    sent = JSON.parse(text);
  } catch {
    throw new Error(words.reasons.noListing);
  }
  const parsed = Schema.safeParse(sent);
  if (parsed.success) return parsed.data;
  const field = parsed.error.issues[0]?.path.join('.') ?? '';
  throw new Error(words.reasons.otherListing(field));
}
