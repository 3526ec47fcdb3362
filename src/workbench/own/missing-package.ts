import type { Outcome } from '../../runtime/protocol.ts';
import { keyOf, type StackChoice } from '../session/own-exercise.ts';
import type { OwnTerms } from '../session/own.svelte.ts';

/** What the program wanted to import and has not; `stack`: the smallest choice that has it. */
export type MissingPackage = { name: string; stack: StackChoice | null };

/** Python names the module in the exception itself. */
export function missingPackage(
  outcome: Outcome | null,
  { stacks }: OwnTerms,
  chosen: readonly string[],
): MissingPackage | null {
  if (outcome?.kind !== 'crashed' || outcome.error.type !== 'ModuleNotFoundError') return null;
  const name = /^No module named '([^'.]+)/.exec(outcome.error.message)?.[1];
  if (name === undefined || chosen.includes(name)) return null;
  const having = stacks
    .filter(({ packages }) => packages.includes(name))
    .sort(
      (one, other) =>
        one.packages.length - other.packages.length || (keyOf(one.packages) < keyOf(other.packages) ? -1 : 1),
    );
  return { name, stack: having[0] ?? null };
}
