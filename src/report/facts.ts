import { words } from '#words/report';
import {
  countOf,
  formatBytes,
  formatCount,
  formatNumber,
  formatRate,
  formatSlope,
} from '../lenses/quantity.ts';
import type { Verdict } from '../runtime/report.ts';

export type Fact = { term: string; says: string };

/** Less is imported by any program. */
const WORTH_TELLING_BYTES = 1_000;

/** What the verdict rests on, in the order in which one would ask. */
export function factsOf(verdict: Verdict): Fact[] {
  const { facts } = words;
  switch (verdict.kind) {
    case 'crashed':
      return [
        { term: facts.crashedIn, says: words.phases[verdict.phase] },
        { term: facts.unitsBefore, says: formatCount(verdict.units) },
      ];
    case 'broken':
      return [
        { term: facts.broken, says: words.brokenPhases[verdict.phase] },
        { term: facts.unitsBefore, says: formatCount(verdict.units) },
      ];
    default:
      return measuredFacts(verdict);
  }
}

function measuredFacts(verdict: Exclude<Verdict, { kind: 'broken' | 'crashed' }>): Fact[] {
  const { unit, seed, seeds, importedBytes, outsideBytesPerUnit, bytesPerUnit, bytesPerUnitError } = verdict;
  const { facts } = words;
  return [
    { term: facts.load, says: words.afterWarmUp(countOf(verdict.units, unit)) },
    { term: facts.growth, says: `${formatSlope(bytesPerUnit)} ± ${formatRate(bytesPerUnitError, unit)}` },
    { term: facts.sensitivity, says: formatRate(verdict.sensitivity, unit) },
    { term: facts.detectionLimit, says: formatRate(verdict.detectionLimit, unit) },
    {
      term: facts.kept,
      says: words.keptAtPeak(formatBytes(verdict.retainedBytes), formatBytes(verdict.peakBytes)),
    },
    { term: facts.budget, says: formatBytes(verdict.budgetBytes) },
    ...(importedBytes < WORTH_TELLING_BYTES
      ? []
      : [{ term: facts.imported, says: words.notCounted(formatBytes(importedBytes)) }]),
    ...(outsideBytesPerUnit === 0
      ? []
      : [{ term: facts.outside, says: words.outside(formatRate(outsideBytesPerUnit, unit)) }]),
    { term: facts.meter, says: words.meters[verdict.meter] },
    { term: facts.seed, says: seeds > 1 ? words.lastSeed(seed, countOf(seeds, 'check')) : String(seed) },
    { term: facts.seconds, says: `${formatNumber(verdict.seconds, 1)} s` },
  ];
}
