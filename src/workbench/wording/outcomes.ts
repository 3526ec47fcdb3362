import { countOf, formatCount, formatMebibytes } from '../../lenses/quantity.ts';
import type { Outcome } from '../../runtime/protocol.ts';
import type { Diagnosis, Failures } from '../../runtime/report.ts';
import type { Deployment } from '../session/deployment.ts';
import { everyUnitFailed } from '../session/failures.ts';
import { growingSentence } from './lifetime.ts';

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
    case 'explained':
    case 'answered':
    case 'diagnosed':
    case 'unavailable':
      return outcome.kind;
    case 'observed':
      if (!outcome.failures) return 'ran';
      return everyUnitFailed(outcome.failures) ? 'failed' : 'failing';
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

/** All that is to be said, as the page says it aloud. */
export function outcomeSentence(
  outcome: Outcome,
  unit: string,
  deployment: Deployment | null = null,
): string {
  if (outcome.kind === 'growing') return growingSentence(outcome, deployment);
  if ('sentence' in outcome) return outcome.sentence;
  return `${outcomeHeadline(outcome, unit)} ${outcomeDetail(outcome)}`.trim();
}

/** What stands on top of the results. */
export function outcomeHeadline(outcome: Outcome, unit: string): string {
  switch (outcome.kind) {
    case 'growing':
    case 'bounded':
    case 'over-budget':
    case 'costly':
    case 'inconclusive':
    case 'broken':
    case 'crashed':
      return outcome.headline;
    case 'observed':
      if (!outcome.failures) return `Ran ${countOf(outcome.units, unit)} to the end.`;
      return everyUnitFailed(outcome.failures)
        ? `Every ${unit} failed.`
        : `Ran ${countOf(outcome.units, unit)} to the end. ${failuresSentence(outcome.failures, unit)}`;
    case 'explained':
      return 'The cause was looked for.';
    case 'answered':
      return 'The process has answered.';
    case 'diagnosed':
      if (!outcome.diagnosis.complete) return 'Your diagnosis ran.';
      return isClaim(outcome.diagnosis)
        ? 'That is it: your claim holds so far.'
        : 'That is it: your diagnosis names the culprit.';
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

/** What follows from the headline, set smaller; the card shows a lifetime as something to change. */
export function outcomeDetail(outcome: Outcome): string {
  if (outcome.kind === 'diagnosed') {
    const { complete, findings } = outcome.diagnosis;
    // Where nobody has written down the culprit, there is none to be named.
    if (complete || findings.length === 0) return '';
    return isClaim(outcome.diagnosis)
      ? 'What you claim does not hold yet, or not all is claimed.'
      : 'It does not name the whole culprit yet.';
  }
  if (outcome.kind === 'observed') return outcome.failures ? failuresReason(outcome.failures) : '';
  return 'detail' in outcome ? outcome.detail : '';
}

/** Whether it is about a claim, and no culprit. */
function isClaim({ findings }: Diagnosis): boolean {
  return findings.length > 0 && findings.every(({ part }) => part === 'grows' || part === 'at_most');
}

/** `85 of 1,700 requests failed, the warm-up included.` */
export function failuresSentence({ count, units }: Failures, unit: string): string {
  return `${formatCount(count)} of ${countOf(units, unit)} failed, the warm-up included.`;
}

/** Why the first of them did. */
export function failuresReason({ reason, detail }: Failures): string {
  return `The first: ${reason.replace(/[.]?$/, '.')} ${detail}`.trim();
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
