import { judge, type Execute } from '../../src/runtime/judge.ts';
import { JudgementFile } from '../../src/runtime/judgement.ts';
import type { Outcome, Program, Signal } from '../../src/runtime/protocol.ts';
import type { Read, Verdict } from '../../src/runtime/report.ts';

/** As the judge's own command line has it. */
export const STATUS: Record<Verdict['kind'], number> = {
  bounded: 0,
  growing: 10,
  'over-budget': 11,
  inconclusive: 12,
  broken: 13,
  costly: 14,
  crashed: 15,
};
export const USAGE = 64;
export const OUR_FAILURE = 70;

/** Judges a program as the page does, and gives what the command lines print. */
export async function judgementOf(execute: Execute, program: Program, seed: number): Promise<JudgementFile> {
  let reads: Read[] = [];
  let decided = false;
  const on = (signal: Signal) => {
    if (signal.kind === 'verdict') decided = signal.verdict.next?.kind !== 'check';
    if (decided) return;
    if (signal.kind === 'phase' && signal.phase === 'import') reads = [];
    if (signal.kind === 'read') reads.push(signal.read);
  };
  const { outcome, explanation } = await judge(execute, program, on, seed);
  const verdict = verdictOf(outcome, reads.at(-1)?.units ?? 0);
  return JudgementFile.parse({ verdict, explanation, notes: [], reads });
}

function verdictOf(outcome: Outcome, units: number): Verdict {
  switch (outcome.kind) {
    case 'out-of-memory': {
      const { message } = outcome;
      const error = { type: 'MemoryError', message, traceback: message, frames: [] };
      const said = { sentence: message, headline: message, lead: '', detail: '' };
      return { kind: 'crashed', ...said, phase: 'load', units, error, next: null };
    }
    case 'observed':
    case 'explained':
    case 'answered':
    case 'diagnosed':
    case 'stopped':
    case 'timed-out':
      throw new Error(`There is no verdict: ${JSON.stringify(outcome).slice(0, 2000)}`);
    case 'unavailable':
      throw new Error(outcome.reason);
    default:
      return outcome;
  }
}

/** For people: the sentence; the traceback, or the lines, types and paths. */
export function told({ verdict, explanation, notes }: JudgementFile): string {
  const lines = [verdict.sentence];
  if ('error' in verdict && verdict.error.traceback !== verdict.sentence) lines.push(verdict.error.traceback);
  if ('meter' in verdict) {
    const { units, seed, seconds, meter } = verdict;
    lines.push(
      `  ${units.toLocaleString('en')} units after warming up, seed ${seed}, ${seconds.toFixed(1)} s, measured by ${meter}`,
    );
  }
  const kept = explanation?.about === 'kept';
  for (const { bytes, bytesPerUnit, frame } of explanation?.allocations.slice(0, 3) ?? [])
    lines.push(`  ${pad(kept ? bytes : bytesPerUnit)} B  ${frame.file}:${frame.line}  ${frame.source}`);
  for (const { count, perUnit, type } of explanation?.survivors.slice(0, 3) ?? [])
    lines.push(`  ${pad(kept ? count : perUnit)}    ${type}`);
  for (const { count, text } of explanation?.retainers.slice(0, 3) ?? [])
    lines.push(`  ${pad(count)}    ${text}`);
  for (const note of [...(explanation?.notes ?? []), ...notes]) lines.push(`  ${note}`);
  return lines.join('\n');
}

function pad(number: number): string {
  return String(number).padStart(8);
}
