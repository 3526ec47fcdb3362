import type { Judged } from './judged.ts';
import type { RuntimeName } from './judging.ts';

/** One variant of a sandbox in one runtime. */
export type Subject = { sandbox: string; variant: string; runtime: RuntimeName; declared: string };

/** `slope` and `limit` are bytes per unit; null where none was measured. */
export type Row = Subject & {
  judged: Judged[];
  slope: number | null;
  limit: number | null;
  seconds: number;
  mostSeconds: number;
};

export function rowOf(subject: Subject, judged: Judged[]): Row {
  const seconds = judged.map((one) => one.seconds);
  return {
    ...subject,
    judged,
    slope: median(judged.map((one) => one.bytesPerUnit)),
    limit: median(judged.map((one) => one.detectionLimit)),
    seconds: median(seconds) ?? 0,
    mostSeconds: Math.max(...seconds),
  };
}

/** The middle one of those that are there; the mean of the middle two. */
export function median(values: readonly (number | undefined)[]): number | null {
  const sorted = values.filter((value) => value !== undefined).sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2;
}
