import { DIAGNOSE, HARNESS, PROGRAM } from '../../own/file-names.ts';
import type { OwnProgram } from '../../own/own-program.ts';
import type { Stack } from '../../runtime/client.ts';
import { OWN_ID, type Exercise } from '../exercise.ts';

/** Packages that can be installed together, as the page offers them. */
export type StackChoice = { title: string; packages: string[]; preload: string[] };

/** A program of the learner’s as an exercise in which everything can be changed; a lesson of somebody’s as its author has it. */
export function ownExercise(
  { settings, files, lesson }: OwnProgram,
  stacks: readonly StackChoice[],
  limitBytes: number,
): Exercise {
  const { title, unit, contract, behaviour, observeUnits, packages } = settings;
  const names = Object.keys(files).sort((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1));
  const those = (wanted: (name: string) => boolean) =>
    Object.fromEntries(names.filter(wanted).map((name) => [name, files[name] ?? '']));
  const { packages: installed, preload } = stackOf(packages, stacks);
  return {
    id: OWN_ID,
    title,
    unit,
    stack: { packages: [...installed], preload: [...preload] },
    contract,
    behaviour,
    observeUnits,
    verdict: lesson?.verdict,
    load: lesson?.load ?? [],
    editable: lesson?.editable ?? names,
    project: those((name) => name !== DIAGNOSE && !HARNESS.includes(name)),
    diagnose: files[DIAGNOSE] ?? '',
    harness: those((name) => HARNESS.includes(name)),
    fixes: [],
    decoys: [],
    limitBytes,
  };
}

/**
 * The stack with just these packages, for which a snapshot may be there; else one that is made for them, and imports of
 * theirs what other stacks do.
 */
export function stackOf(packages: readonly string[], stacks: readonly StackChoice[]): Stack {
  const key = keyOf(packages);
  const found = stacks.find((stack) => keyOf(stack.packages) === key);
  if (found) return found;
  const theirs = (module: string) => packages.includes(module.replace(/\..*/, ''));
  return { packages, preload: [...new Set(stacks.flatMap(({ preload }) => preload.filter(theirs)))] };
}

export function keyOf(packages: readonly string[]): string {
  return [...packages].sort().join(' ');
}

function rank(name: string): number {
  return name === PROGRAM ? 0 : 1;
}
