import type { PathLessons } from './needed.ts';

/** What the page asks of the worker that fetches and keeps, once. */
export type Ask =
  | { kind: 'look' | 'take'; path: PathLessons }
  /** `others`: paths that stay; `elsewhere`: lessons of those that stay in another language. */
  | { kind: 'remove'; path: PathLessons; others: PathLessons[]; elsewhere: string[] };

/** Bytes as they lie on the device; `missing` of them are not there. */
export type Extent = { bytes: number; missing: number };

/** `done` and `failed` end it. */
export type Tell =
  | { kind: 'progress'; loadedBytes: number; totalBytes: number }
  | { kind: 'done'; extent: Extent }
  | { kind: 'failed'; reason: string };
