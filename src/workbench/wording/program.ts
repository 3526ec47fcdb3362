import { words } from '#words/controls';
import { countOf, formatBytes } from '../../lenses/quantity.ts';
import type { OwnProgram } from '../../own/own-program.ts';
import { writtenNumber } from '../../own/typed-number.ts';
import type { Offer } from '../session/link.svelte.ts';

/** What a program consists of and is held to, after its name: its files, its packages, its settings. */
export function programWords({ settings, files }: OwnProgram): string {
  const { packages, unit, contract } = settings;
  const installed = packages.length > 0 ? packages.join(', ') : words.offer.noPackages;
  const [budget, cap] = [formatBytes(contract.budgetBytes), countOf(contract.cap, unit)];
  return words.offer.programAfter(Object.keys(files).join(', '), installed, budget, cap);
}

/** What a link to a sandbox carries. */
export function offerWords({ texts, load, deployment }: Extract<Offer, { kind: 'code' }>): string {
  const names = Object.keys(texts);
  const parts = [
    names.length > 0 ? words.offer.texts(names.join(', ')) : '',
    Object.keys(load).length > 0 ? words.offer.load : '',
    deployment
      ? words.offer.container(writtenNumber(deployment.mebibytes), writtenNumber(deployment.perSecond))
      : '',
  ];
  return words.offer.carries(parts.filter(Boolean).join('; '));
}
