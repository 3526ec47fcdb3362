import { diffLines } from 'diff';

export type Side = { number: number; text: string };
/** One row of a comparison: the same on both sides, on one side only, or a stretch that was left out. */
export type DiffRow =
  { kind: 'same' | 'changed'; left: Side | null; right: Side | null } | { kind: 'gap'; lines: number };

const CONTEXT = 3;

/** Both texts side by side; long equal stretches are folded to a few lines around each change. */
export function diffRows(left: string, right: string): DiffRow[] {
  return fold(allRows(withNewline(left), withNewline(right)));
}

function allRows(left: string, right: string): DiffRow[] {
  const rows: DiffRow[] = [];
  let [leftNumber, rightNumber] = [0, 0];
  let removed: string[] = [];
  const flush = (added: string[]) => {
    for (let index = 0; index < Math.max(removed.length, added.length); index++) {
      const [before, after] = [removed[index], added[index]];
      rows.push({
        kind: 'changed',
        left: before === undefined ? null : { number: ++leftNumber, text: before },
        right: after === undefined ? null : { number: ++rightNumber, text: after },
      });
    }
    removed = [];
  };
  for (const part of diffLines(left, right)) {
    const lines = part.value.replace(/\n$/, '').split('\n');
    if (part.removed) {
      removed = lines;
    } else if (part.added) {
      flush(lines);
    } else {
      flush([]);
      for (const text of lines) {
        rows.push({
          kind: 'same',
          left: { number: ++leftNumber, text },
          right: { number: ++rightNumber, text },
        });
      }
    }
  }
  flush([]);
  return rows;
}

function fold(rows: readonly DiffRow[]): DiffRow[] {
  const near = rows.map((_, index) =>
    rows.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some((row) => row.kind === 'changed'),
  );
  const folded: DiffRow[] = [];
  rows.forEach((row, index) => {
    const last = folded.at(-1);
    if (near[index]) folded.push(row);
    else if (last?.kind === 'gap') last.lines += 1;
    else folded.push({ kind: 'gap', lines: 1 });
  });
  return folded;
}

function withNewline(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}
