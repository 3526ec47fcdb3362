import type { JudgementFile } from '../../../src/runtime/judgement.ts';
import type { Verdict } from '../../../src/runtime/report.ts';

const reads = [0, 1, 2, 3, 4].map((step) => ({ units: step * 200, bytes: step * 82_400, rung: 0 }));

/** What `--json` saves of a verdict. */
export function judged(verdict: Verdict, more: Partial<JudgementFile> = {}): JudgementFile {
  return { verdict, explanation: null, notes: [], reads, ...more };
}
