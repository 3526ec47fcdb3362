import { countOf, formatBytes, formatMebibytes, formatSlope } from '../lenses/quantity.ts';
import type { Tone } from '../lenses/curve.ts';
import type { Boot, Outcome } from '../sandbox/protocol.ts';
import { bootSentence } from './boot-words.ts';
import { growingSentence, type Production } from './lifetime.ts';
import type { Run } from './run.svelte.ts';

/** The one word that stands for an outcome in the bar, on the chart and in the list of runs. */
export function outcomeWord(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'bounded':
    case 'growing':
    case 'costly':
    case 'inconclusive':
    case 'broken':
    case 'crashed':
    case 'stopped':
    case 'ran':
    case 'diagnosed':
    case 'unavailable':
      return outcome.kind;
    case 'over-budget':
      return 'over budget';
    case 'timed-out':
      return 'timed out';
    case 'out-of-memory':
      return 'out of memory';
    default:
      return outcome satisfies never;
  }
}

export function outcomeTone(outcome: Outcome | null): Tone {
  switch (outcome?.kind) {
    case 'growing':
    case 'bounded':
      return outcome.kind;
    case 'inconclusive':
      return 'unsure';
    default:
      return 'plain';
  }
}

/** One sentence, as the page says it aloud and on top of the results. */
export function outcomeSentence(
  outcome: Outcome,
  unit: string,
  production: Production | null = null,
): string {
  switch (outcome.kind) {
    case 'growing':
      return growingSentence(outcome, production);
    case 'bounded':
    case 'over-budget':
    case 'costly':
    case 'inconclusive':
    case 'broken':
    case 'crashed':
      return outcome.sentence;
    case 'ran':
      return `Ran ${countOf(outcome.units, unit)} to the end.`;
    case 'diagnosed':
      return outcome.diagnosis.complete
        ? 'That is it: your diagnosis names the culprit.'
        : 'Your diagnosis ran. It does not name the whole culprit yet.';
    case 'stopped':
      return 'You stopped the run.';
    case 'timed-out':
      return `Nothing came back for ${outcome.seconds} seconds, so the run was ended.`;
    case 'out-of-memory':
      return `The program reached the sandbox’s limit of ${formatMebibytes(outcome.limitBytes)}.`;
    case 'unavailable':
      return 'Python could not be started here.';
    default:
      return outcome satisfies never;
  }
}

/** What to do next, where the page itself has something to say. */
export function outcomeAdvice(outcome: Outcome): string | null {
  switch (outcome.kind) {
    case 'stopped':
      return 'Everything you typed is still there. A fresh interpreter is ready for the next run.';
    case 'timed-out':
      return 'A loop that never ends looks like this. Look for a “while” without a way out, then run again.';
    case 'out-of-memory':
      return 'Your browser is fine, and so is your text. A fresh interpreter takes the next run.';
    case 'unavailable':
      return `${outcome.reason} What you typed is kept. This is not your program’s fault; press any button to try again.`;
    default:
      return null;
  }
}

/** The number that decides, with its words; null where none was measured. */
export function decidingNumber(outcome: Outcome): { value: string; words: string } | null {
  switch (outcome.kind) {
    case 'growing':
      return {
        value: formatSlope(outcome.bytesPerUnit),
        words: `more for every ${outcome.unit}; growth counts from ${formatSlope(outcome.sensitivity)}`,
      };
    case 'bounded':
      return {
        value: formatBytes(outcome.retainedBytes),
        words: `kept after ${countOf(outcome.units, outcome.unit)}; the budget is ${formatBytes(outcome.budgetBytes)}`,
      };
    case 'over-budget':
      return {
        value: formatBytes(Math.max(outcome.retainedBytes, outcome.peakBytes)),
        words: `at most, against a budget of ${formatBytes(outcome.budgetBytes)}`,
      };
    case 'costly':
      return {
        value: String(outcome.collectionsPerUnit),
        words: `full collections per ${outcome.unit}; up to ${outcome.mostCollectionsPerUnit} is usual`,
      };
    case 'inconclusive':
      return {
        value: formatSlope(outcome.detectionLimit),
        words: `per ${outcome.unit} could hide in this noise`,
      };
    default:
      return null;
  }
}

/** What the chart says beside the line: the word and slope, then how fine the measurement was. */
export function chartWords(run: Run, unit: string): { verdict: string; detail: string } | null {
  const { outcome, reads } = run;
  if (outcome && 'bytesPerUnit' in outcome) {
    const slope = outcome.kind === 'growing' ? `, ${formatSlope(outcome.bytesPerUnit)} per ${unit}` : '';
    return {
      verdict: outcomeWord(outcome) + slope,
      detail: `could have seen ${formatSlope(outcome.detectionLimit)} per ${unit}`,
    };
  }
  const [first, last] = [reads[0], reads.at(-1)];
  if (!run.settled || !first || !last) return null;
  return {
    verdict: `${formatBytes(first.bytes)} → ${formatBytes(last.bytes)}`,
    detail: 'as measured, not judged',
  };
}

/** What is going on in a run, from the phase that Python last named. */
export function activitySentence(run: Run, boot: Boot, unit: string): string {
  if (!run.phase)
    return boot.kind === 'ready' ? 'Starting' : `${bootSentence(boot)}; the run then starts by itself`;
  const units = run.reads.at(-1)?.units ?? 0;
  switch (run.phase) {
    case 'import':
      return run.earlierReads.length > 0 ? 'Once more, with another seed' : 'Importing the program';
    case 'warm-up':
      return 'Warming up';
    case 'load':
      return `${run.task === 'observe' ? 'Under load' : 'Judging'}: ${countOf(units, unit)}`;
    case 'diagnosis':
      return 'Running diagnose.py';
    case 'explain':
      return 'Looking for the cause';
    default:
      return run.phase satisfies never;
  }
}
