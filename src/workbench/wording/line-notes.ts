import { words as nouns } from '#words/nouns';
import { words } from '#words/outcomes';
import type { Note } from '../../editor/editor.ts';
import { formatBytes, formatSlope } from '../../lenses/quantity.ts';
import type { AllocationSite, Explanation } from '../../runtime/report.ts';
import type { Run } from '../session/run.svelte.ts';

/** What a run found about lines of a file, as far as they still say what they said then. */
export function lineNotes(run: Run, file: string, text: string, unit: string): Note[] {
  const { explanation } = run;
  // A reference is judged over the start: its lines are not those of the editor.
  if (!explanation || run.task === 'trial') return [];
  const lines = text.split('\n').map((line) => line.trim());
  const totals = new Map<number, number>();
  for (const site of explanation.allocations) {
    if (!site.own || site.frame.file !== file) continue;
    const line = nearest(lines, site.frame.source.trim(), site.frame.line);
    if (line !== null) totals.set(line, (totals.get(line) ?? 0) + sizeOf(site, explanation));
  }
  const most = Math.max(...totals.values());
  return [...totals]
    .filter(([, bytes]) => bytes > 0)
    .map(([line, bytes]) => ({ line, share: bytes / most, figure: figureOf(bytes, explanation, unit) }));
}

function sizeOf(site: AllocationSite, { about }: Explanation): number {
  return about === 'growth' ? site.bytesPerUnit : site.bytes;
}

function figureOf(bytes: number, { about }: Explanation, unit: string): string {
  return about === 'growth'
    ? words.lines.growth(formatSlope(bytes), nouns.one(unit))
    : words.lines.kept(formatBytes(bytes));
}

/** Where a line stands now that stood at `line`, counted from 1: lines may have come or gone above it. */
function nearest(lines: readonly string[], source: string, line: number): number | null {
  if (!source) return null;
  const places = lines.flatMap((text, index) => (text === source ? [index + 1] : []));
  places.sort((one, other) => Math.abs(one - line) - Math.abs(other - line));
  return places[0] ?? null;
}
