import type { Outcome } from '../../runtime/protocol.ts';
import type { Tone } from '../growth/curve.ts';
import { countOf, formatBytes, formatSlope } from '../quantity.ts';

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
        words: `more for every ${outcome.unit}; growth counts from ${formatSlope(outcome.sensitivity)}`,
      };
    case 'bounded':
      return {
        value: formatBytes(outcome.retainedBytes),
        words: `kept after ${countOf(outcome.units, outcome.unit)}; the budget is ${formatBytes(outcome.budgetBytes)}`,
      };
    case 'over-budget': {
      const { retainedBytes, peakBytes, budgetBytes } = outcome;
      const [bytes, when] =
        retainedBytes > budgetBytes ? [retainedBytes, 'kept'] : [peakBytes, 'at its peak'];
      return { value: formatBytes(bytes), words: `${when}, against a budget of ${formatBytes(budgetBytes)}` };
    }
    case 'costly': {
      const collections = outcome.collectionsPerUnit === 1 ? 'full collection' : 'full collections';
      return {
        value: String(outcome.collectionsPerUnit),
        words: `${collections} per ${outcome.unit}; up to ${outcome.mostCollectionsPerUnit} is usual`,
      };
    }
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
export function chartWords(
  outcome: Outcome | null,
  unit: string,
): { verdict: string; detail: string } | null {
  if (!outcome || !('bytesPerUnit' in outcome)) return null;
  const trickle = outcome.kind === 'bounded' && outcome.trickle;
  const slope =
    outcome.kind === 'growing' || trickle ? `, ${formatSlope(outcome.bytesPerUnit)} per ${unit}` : '';
  return {
    verdict: outcome.kind.replace('-', ' ') + slope,
    detail: trickle
      ? `± ${formatSlope(outcome.bytesPerUnitError)}; ${formatSlope(outcome.sensitivity)} would count`
      : `could have seen ${formatSlope(outcome.detectionLimit)} per ${unit}`,
  };
}
