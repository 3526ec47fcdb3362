import { diffLines } from 'diff';

/** Lines `from` up to, without, `to` become `text`. Lines count from 1. */
export type LineEdit = { from: number; to: number; text: string };

/** What turns one text into the other, line by line: what stays the same is left alone, and a caret in it with it. */
export function lineEdits(before: string, after: string): LineEdit[] {
  const edits: LineEdit[] = [];
  let line = 1;
  let open: LineEdit | null = null;
  for (const { added, removed, count, value } of diffLines(before, after)) {
    if (!added && !removed) {
      open = null;
      line += count;
      continue;
    }
    if (!open) edits.push((open = { from: line, to: line, text: '' }));
    if (added) open.text += value;
    else open.to = line += count;
  }
  return edits;
}
