import { formatBytes, plural } from '../../lenses/quantity.ts';
import type { OwnProgram } from '../../own/own-program.ts';
import type { Offer } from '../session/link.svelte.ts';

/** What a program consists of and is held to: its files, its packages, its settings. */
export function programWords({ settings, files }: OwnProgram): string {
  const { packages, unit, contract } = settings;
  const names = Object.keys(files).join(', ');
  const installed = packages.length > 0 ? packages.join(', ') : 'the standard library alone';
  const cap = `${contract.cap.toLocaleString('en')} ${plural(unit)}`;
  return `${names}; ${installed}; ${formatBytes(contract.budgetBytes)} may stay, over at most ${cap}.`;
}

/** What a link to a sandbox carries. */
export function offerWords({ texts, load, deployment }: Extract<Offer, { kind: 'code' }>): string {
  const names = Object.keys(texts);
  const parts = [
    names.length > 0 ? `another text of ${names.join(', ')}` : '',
    Object.keys(load).length > 0 ? 'a load for Run' : '',
    deployment ? `a container of ${deployment.mebibytes} MiB at ${deployment.perSecond} a second` : '',
  ];
  return parts.filter(Boolean).join('; ');
}
