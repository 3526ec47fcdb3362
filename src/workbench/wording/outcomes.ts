import { words as nouns } from '#words/nouns';
import { words } from '#words/outcomes';
import { countOf, formatCount, formatMebibytes, plural } from '../../lenses/quantity.ts';
import type { Outcome } from '../../runtime/protocol.ts';
import type { Diagnosis, Failures } from '../../runtime/report.ts';
import type { Deployment } from '../session/deployment.ts';
import { everyUnitFailed } from '../session/failures.ts';
import { growingSentence } from './lifetime.ts';

/** The one word that stands for an outcome in the bar, on the chart and in the list of runs. */
export function outcomeWord(outcome: Outcome): string {
  if (outcome.kind !== 'observed' || !outcome.failures) return words.kinds[outcome.kind];
  return everyUnitFailed(outcome.failures) ? words.allFailed : words.someFailed;
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
      if (!outcome.failures) return words.headlines.ran(countOf(outcome.units, unit));
      return everyUnitFailed(outcome.failures)
        ? words.headlines.everyUnitFailed({ one: nouns.one(unit), many: plural(unit) })
        : `${words.headlines.ran(countOf(outcome.units, unit))} ${failuresSentence(outcome.failures, unit)}`;
    case 'diagnosed':
      if (!outcome.diagnosis.complete) return words.headlines.diagnosisRan;
      return isClaim(outcome.diagnosis) ? words.headlines.claimHolds : words.headlines.culpritNamed;
    case 'timed-out':
      return words.headlines.timedOut(outcome.seconds);
    case 'out-of-memory':
      return words.headlines.outOfMemory(formatMebibytes(outcome.limitBytes));
    case 'explained':
    case 'answered':
    case 'stopped':
    case 'unavailable':
      return words.headlines[outcome.kind];
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
    return isClaim(outcome.diagnosis) ? words.details.claimOpen : words.details.culpritOpen;
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
  return words.failures.count(formatCount(count), countOf(units, unit));
}

/** Why the first of them did. */
export function failuresReason({ reason, detail }: Failures): string {
  return words.failures.first(reason.replace(/[.]?$/, '.'), detail).trim();
}

/** What to do next, where the page itself has something to say. */
export function outcomeAdvice(outcome: Outcome): string | null {
  switch (outcome.kind) {
    case 'stopped':
      return words.advice.stopped;
    case 'timed-out':
      return words.advice.timedOut;
    case 'out-of-memory':
      return words.advice.outOfMemory;
    case 'unavailable':
      return words.advice.unavailable(outcome.reason);
    default:
      return null;
  }
}
