import { language } from '#words/language';
import { words as nouns } from '#words/nouns';
import { words } from '#words/verdict';
import type { Outcome } from '../../runtime/protocol.ts';
import type { Tone } from '../growth/curve.ts';
import { countOf, formatBytes, formatRate, formatSlope } from '../quantity.ts';

/** The colour and shape of it, wherever it is shown. */
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

/** The number that decides, with its words; null where none was measured. */
export function decidingNumber(outcome: Outcome): { value: string; words: string } | null {
  switch (outcome.kind) {
    case 'growing':
      return {
        value: formatSlope(outcome.bytesPerUnit),
        words: words.number.growing(nouns.one(outcome.unit), formatSlope(outcome.sensitivity)),
      };
    case 'bounded':
      return {
        value: formatBytes(outcome.retainedBytes),
        words: words.number.bounded(countOf(outcome.units, outcome.unit), formatBytes(outcome.budgetBytes)),
      };
    case 'over-budget': {
      const { retainedBytes, peakBytes, budgetBytes } = outcome;
      const budget = formatBytes(budgetBytes);
      return retainedBytes > budgetBytes
        ? { value: formatBytes(retainedBytes), words: words.number.retained(budget) }
        : { value: formatBytes(peakBytes), words: words.number.peak(budget) };
    }
    case 'costly': {
      const { collectionsPerUnit, unit, mostCollectionsPerUnit } = outcome;
      const most = mostCollectionsPerUnit.toLocaleString(language.locale);
      return {
        value: collectionsPerUnit.toLocaleString(language.locale),
        words: words.number.costly(collectionsPerUnit, nouns.per(unit), most),
      };
    }
    case 'inconclusive':
      return {
        value: formatSlope(outcome.detectionLimit),
        words: words.number.inconclusive(nouns.per(outcome.unit)),
      };
    default:
      return null;
  }
}

/** What the chart says beside the line: the word and slope, then how fine the measurement was. */
export function chartWords(
  outcome: Outcome | null,
  unit: string,
): { verdict: string; detail: string } | null {
  if (!outcome || !('bytesPerUnit' in outcome)) return null;
  const trickle = outcome.kind === 'bounded' && outcome.trickle;
  const slope = outcome.kind === 'growing' || trickle ? `, ${formatRate(outcome.bytesPerUnit, unit)}` : '';
  return {
    verdict: words.kinds[outcome.kind] + slope,
    detail: trickle
      ? words.trickle(formatSlope(outcome.bytesPerUnitError), formatSlope(outcome.sensitivity))
      : words.couldHaveSeen(formatRate(outcome.detectionLimit, unit)),
  };
}
