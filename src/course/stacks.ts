import requirements from '../../requirements/runtime.txt?raw';
import { sandboxes } from './catalogue.ts';

/** What a program may have installed; `title` names it with its versions. */
export type StackChoice = { title: string; packages: string[]; preload: string[] };

/** The packages of the runtime, at the versions that it has. */
export const PACKAGE_VERSIONS: ReadonlyMap<string, string> = new Map(
  [...requirements.matchAll(/^([a-z0-9-]+)==([^\s\\]+)/gm)].map(([, name = '', version = '']) => [
    name,
    version,
  ]),
);

const PLAIN: StackChoice = { title: 'None: the standard library alone', packages: [], preload: [] };

/** Those of the sandboxes, each of which is shipped ready to start, and plain Python first. */
export function stackChoices(): StackChoice[] {
  const choices = new Map([['', PLAIN]]);
  for (const { sandbox } of sandboxes()) {
    const { packages, preload } = sandbox;
    const key = [...packages].sort().join(' ');
    if (!choices.has(key)) choices.set(key, { title: titleOf(packages), packages, preload });
  }
  return [...choices.values()].sort((one, other) => one.packages.length - other.packages.length);
}

function titleOf(packages: readonly string[]): string {
  return packages.map((name) => `${name} ${PACKAGE_VERSIONS.get(name) ?? ''}`.trim()).join(', ');
}
