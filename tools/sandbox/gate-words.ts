import { formatBytes, formatSlope } from '../../src/lenses/quantity.ts';
import type { Row } from './gate-runs.ts';
import type { Judged } from './judged.ts';

/** One sentence for each row that was not judged as declared with every seed: what, where, and what to do. */
export function complaints(rows: readonly Row[], folderOf: (row: Row) => string): string[] {
  return rows.flatMap((row) => {
    const wrong = row.judged.filter(({ kind }) => kind !== row.declared);
    const [first] = wrong;
    if (first === undefined) return [];
    const where = `${row.sandbox} ${row.variant}, ${row.runtime}, seed ${first.seed}`;
    const times =
      wrong.length === row.judged.length ? '' : ` (with ${wrong.length} of ${row.judged.length} seeds)`;
    return [
      `${where}: judged ${first.kind}${times}, declared ${row.declared}. ${first.sentence}\n` +
        `    ${remedy(row, first)}\n    See it: ${again(row, first, folderOf(row))}`,
    ];
  });
}

function again({ variant, runtime }: Row, { seed }: Judged, folder: string): string {
  const overlay = variant === 'starter' ? '' : ` --overlay ${folder}/${variant}`;
  return `npm run judge -- ${folder}${overlay} --runtime ${runtime} --seed ${seed}`;
}

/** What the author can do, from what was declared and what came. */
function remedy({ declared, judged }: Row, { kind, retainedBytes, peakBytes }: Judged): string {
  const flips = new Set(judged.map((one) => one.kind)).size > 1;
  switch (kind) {
    case 'inconclusive':
      return 'Make each unit cost about the same, or raise "cap" or "sensitivity" in the contract.';
    case 'growing':
      if (flips)
        return 'Is something still filling at "cap"? Raise "cap", or give what fills a smaller bound.';
      return declared === 'bounded'
        ? 'Something still grows in this fix, or in workload.py or check.py itself; a cache must be full by a quarter of "cap".'
        : `Let the decoy do what it is declared to do, or declare it growing.`;
    case 'over-budget':
      return (
        `It kept ${formatBytes(retainedBytes ?? 0)} and had ${formatBytes(peakBytes ?? 0)} at its peak: ` +
        'raise "budgetBytes" if that is honest, or let the program keep less.'
      );
    case 'costly':
      return 'It collects more often than a program needs to; let it not call gc.collect() under load.';
    case 'bounded':
      return declared === 'growing'
        ? 'It does not grow under this workload: let workload.py reach the leak in every few units.'
        : `check.py or the contract does not catch it: tighten one of them, or take the decoy out.`;
    case 'broken':
      return 'Let check.py ask only for what the contract promises, or let the program keep to it.';
    case 'crashed':
      return 'Run it by itself first: workload.py and check.py must work with this program.';
    case 'out-of-memory':
      return 'It holds too much before it can be judged: let one unit leak less.';
    case 'timed-out':
      return 'Is there a loop that does not end?';
    default:
      return 'The judge itself did not work; that is not the fault of the sandbox.';
  }
}

const HEADINGS = ['', 'runtime', 'declared', 'judged', 'slope', 'could see', 'median', 'longest'];
const RIGHT_FROM = 4;

/** A plain table, a block for each sandbox; then a line on how tight each check is. */
export function table(rows: readonly Row[], scores: readonly string[] = []): string {
  const lines = rows.map((row) => [
    `${row.sandbox} ${row.variant}`,
    row.runtime,
    row.declared,
    counted(row.judged),
    row.slope === null ? '-' : formatSlope(row.slope),
    row.limit === null ? '-' : formatSlope(row.limit),
    `${row.seconds.toFixed(1)} s`,
    `${row.mostSeconds.toFixed(1)} s`,
  ]);
  const widths = HEADINGS.map((heading, column) =>
    Math.max(heading.length, ...lines.map((cells) => cells[column]?.length ?? 0)),
  );
  const laid = (cells: readonly string[]) =>
    cells
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return column >= RIGHT_FROM ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd();
  return [laid(HEADINGS), ...lines.map(laid), ...scores].join('\n');
}

/** `growing 20`, or where it flips `growing 19, inconclusive 1`. */
function counted(judged: readonly Judged[]): string {
  const kinds = [...new Set(judged.map(({ kind }) => kind))];
  return kinds.map((kind) => `${kind} ${judged.filter((one) => one.kind === kind).length}`).join(', ');
}
