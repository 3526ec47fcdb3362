import { getContext, setContext } from 'svelte';
import type { StageName } from '../course/lesson-schema.ts';

const key = Symbol('held figures');

/** Figures in what stands within are held back until the run that gives them. */
export function holdFigures(): void {
  setContext(key, true);
}

/** The stage that is reached by the run which gives a figure of `of`; undefined where nothing is held back. */
export function heldUntil(of: string): StageName | undefined {
  if (!getContext<true | undefined>(key)) return undefined;
  return /^(fixes|decoys)\//.test(of) ? 'prove' : 'observe';
}
