import * as z from 'zod/mini';
import { STAGES } from './reached.ts';

const texts = z.record(z.string(), z.string());

/** What is kept of one lesson. Only files that differ from their start are kept. */
export const Kept = z.object({
  /** The version of the lesson that the learner's files started from. */
  lessonVersion: z.int(),
  files: texts,
  /** What a reset took away, so that it can be brought back. */
  setAside: texts,
  reached: z.array(z.enum(STAGES)),
  /** Keys of opened predictions and hints. */
  opened: z.array(z.string()),
  /** Seconds at the lesson, by the browser that counted them, so that two of them add up and one read twice does not. */
  seconds: z.optional(z.record(z.string(), z.number())),
  /** The container and the load that growth is reckoned for, where the learner has set them. */
  deployment: z.optional(z.object({ mebibytes: z.number(), perSecond: z.number() })),
  /** The learner's own program and its settings; whoever reads it knows its shape. `files` then differ from its own. */
  own: z.optional(z.record(z.string(), z.unknown())),
});
export type Kept = z.infer<typeof Kept>;

/** What `raw` keeps, as this version reads it; null where that is nothing. */
export function keptIn(raw: string | null): Kept | null {
  try {
    return Kept.safeParse(JSON.parse(raw ?? 'null')).data ?? null;
  } catch {
    return null;
  }
}

export function nothingKept(lessonVersion: number): Kept {
  return { lessonVersion, files: {}, setAside: {}, reached: [], opened: [] };
}
