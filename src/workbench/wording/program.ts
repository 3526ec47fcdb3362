import { formatBytes, plural } from '../../lenses/quantity.ts';
import type { OwnProgram } from '../../own/own-program.ts';

/** What a program consists of and is held to: its files, its packages, its settings. */
export function programWords({ settings, files }: OwnProgram): string {
  const { packages, unit, contract } = settings;
  const names = Object.keys(files).join(', ');
  const installed = packages.length > 0 ? packages.join(', ') : 'the standard library alone';
  const cap = `${contract.cap.toLocaleString('en')} ${plural(unit)}`;
  return `${names}; ${installed}; ${formatBytes(contract.budgetBytes)} may stay, over at most ${cap}.`;
}
