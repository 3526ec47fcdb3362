import { countOf, formatBytes, formatCount, formatNumber, formatSlope } from '../lenses/quantity.ts';
import type { Verdict } from '../runtime/report.ts';

export type Fact = { term: string; says: string };

const METERS = {
  mallinfo: 'mallinfo: what is in use of malloc',
  mallinfo2: 'mallinfo2: what is in use of malloc',
  tracemalloc: 'tracemalloc: what Python allocates',
};
const PHASES = { before: 'before the load', during: 'during the load', after: 'after the load' };
/** Less is imported by any program. */
const WORTH_TELLING_BYTES = 1_000;

/** What the verdict rests on, in the order in which one would ask. */
export function factsOf(verdict: Verdict): Fact[] {
  switch (verdict.kind) {
    case 'crashed':
      return [
        { term: 'Crashed in', says: verdict.phase },
        { term: 'Units before', says: formatCount(verdict.units) },
      ];
    case 'broken':
      return [
        { term: 'Broken', says: PHASES[verdict.phase] },
        { term: 'Units before', says: formatCount(verdict.units) },
      ];
    default:
      return measuredFacts(verdict);
  }
}

function measuredFacts(verdict: Exclude<Verdict, { kind: 'broken' | 'crashed' }>): Fact[] {
  const { unit, seed, seeds, importedBytes, outsideBytesPerUnit, bytesPerUnit, bytesPerUnitError } = verdict;
  return [
    { term: 'Load', says: `${countOf(verdict.units, unit)} after warming up` },
    { term: 'Growth', says: `${formatSlope(bytesPerUnit)} ± ${formatSlope(bytesPerUnitError)} per ${unit}` },
    { term: 'Growth that counts', says: `${formatSlope(verdict.sensitivity)} per ${unit}` },
    { term: 'Could have seen', says: `${formatSlope(verdict.detectionLimit)} per ${unit}` },
    {
      term: 'Kept',
      says: `${formatBytes(verdict.retainedBytes)}, at its peak ${formatBytes(verdict.peakBytes)}`,
    },
    { term: 'Budget', says: formatBytes(verdict.budgetBytes) },
    ...(importedBytes < WORTH_TELLING_BYTES
      ? []
      : [
          { term: 'Imported by the first units', says: `${formatBytes(importedBytes)}, not counted as kept` },
        ]),
    ...(outsideBytesPerUnit === 0
      ? []
      : [
          {
            term: 'Outside malloc',
            says: `${formatSlope(outsideBytesPerUnit)} per ${unit}: mapped memory, stacks of threads, or what a library allocates for itself`,
          },
        ]),
    { term: 'Measured by', says: METERS[verdict.meter] },
    { term: 'Seed', says: seeds > 1 ? `${seed}, the last of ${countOf(seeds, 'check')}` : String(seed) },
    { term: 'Took', says: `${formatNumber(verdict.seconds, 1)} s` },
  ];
}
