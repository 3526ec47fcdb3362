import { words } from '#words/report';
import type { JudgementFile } from '../runtime/judgement.ts';
import { MOST_BYTES, readReport } from './read-report.ts';

/** A file as it was picked or dropped: with what is in it, or a sentence on why that is not shown. */
export type Opened = { name: string } & (
  { kind: 'report'; judgement: JudgementFile } | { kind: 'refused'; sentence: string }
);

/** More at once are no longer a list to choose from. */
export const MOST_FILES = 100;

/** Reads them one after the other; never fails. */
export async function openFiles(files: readonly File[]): Promise<Opened[]> {
  const opened: Opened[] = [];
  for (const file of files.slice(0, MOST_FILES)) {
    const read = await bytesOf(file).then(
      (bytes) => readReport(file.name, bytes),
      () => ({
        kind: 'refused' as const,
        sentence: words.refused.unread(words.quoted(file.name)),
      }),
    );
    opened.push({ name: file.name, ...read });
  }
  return opened;
}

/** Of one that is too large, no more than it takes to know. */
async function bytesOf(file: File): Promise<Uint8Array> {
  if (file.size > MOST_BYTES) return new Uint8Array(await file.slice(0, MOST_BYTES + 1).arrayBuffer());
  return new Uint8Array(await file.arrayBuffer());
}
