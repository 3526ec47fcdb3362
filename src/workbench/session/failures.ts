import type { Failures } from '../../runtime/report.ts';

export function everyUnitFailed({ count, units }: Failures): boolean {
  return count === units;
}
