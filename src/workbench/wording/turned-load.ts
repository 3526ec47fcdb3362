import { words } from '#words/outcomes';
import { countOf, plural } from '../../lenses/quantity.ts';
import { UNITS, type RunLoad } from '../session/turned-load.svelte.ts';

/** What stands beside the field of something that can be turned. */
export function turnableLabel({ name, label }: { name: string; label: string }, unit: string): string {
  return name === UNITS ? plural(unit).replace(/^./, (first) => first.toUpperCase()) : label;
}

/** `200 requests, shops: 3`; empty where nothing was turned. */
export function turnedLoad(load: RunLoad | null, unit: string): string {
  if (!load?.isTurned) return '';
  const others = load.others.map(({ label, value }) => words.turned(label, value));
  return [countOf(load.units, unit), ...others].join(', ');
}
