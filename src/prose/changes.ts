import { structuredPatch } from 'diff';
import { highlightLines } from './highlight.ts';

export type ChangedLine = { kind: 'kept' | 'removed' | 'added'; html: string };
export type ChangedFile = { name: string; hunks: ChangedLine[][] };

/** What an overlay changes, as highlighted lines with two lines around each change. */
export function changes(project: Record<string, string>, overlay: Record<string, string>): ChangedFile[] {
  return Object.entries(overlay).map(([name, after]) => ({ name, hunks: hunks(project[name] ?? '', after) }));
}

function hunks(before: string, after: string): ChangedLine[][] {
  const oldLines = highlightLines(before, 'python');
  const newLines = highlightLines(after, 'python');
  return structuredPatch('', '', before, after, '', '', { context: 2 }).hunks.map((hunk) => {
    let oldAt = hunk.oldStart - 1;
    let newAt = hunk.newStart - 1;
    const lines = hunk.lines
      .filter((line) => !line.startsWith('\\'))
      .map((line): ChangedLine => {
        if (line.startsWith('-')) return { kind: 'removed', html: oldLines[oldAt++] ?? '' };
        if (line.startsWith('+')) return { kind: 'added', html: newLines[newAt++] ?? '' };
        oldAt += 1;
        return { kind: 'kept', html: newLines[newAt++] ?? '' };
      });
    return trimmed(lines);
  });
}

/** Blank lines around a change say nothing. */
function trimmed(lines: ChangedLine[]): ChangedLine[] {
  const says = ({ kind, html }: ChangedLine) => kind !== 'kept' || html !== '';
  return lines.slice(lines.findIndex(says), lines.findLastIndex(says) + 1);
}
