import { words } from '#words/catalogue';
import wanted from '../../requirements/runtime.in?raw';
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

/** Those that a program asks for by name; the others are what these need. */
const WANTED = [...wanted.matchAll(/^([a-z0-9-]+)==/gm)].map(([, name = '']) => name);

const PLAIN: StackChoice = { title: words.standardLibrary, packages: [], preload: [] };

/**
 * Those of the sandboxes, each of which is shipped ready to start, and plain Python first. A package that no sandbox has
 * is a choice by itself: it is imported at the first start, and a browser keeps what came of that.
 */
export function stackChoices(): StackChoice[] {
  const choices = new Map([['', PLAIN]]);
  for (const { sandbox } of sandboxes()) {
    const { packages, preload } = sandbox;
    const key = [...packages].sort().join(' ');
    if (!choices.has(key)) choices.set(key, { title: titleOf(packages), packages, preload });
  }
  const offered = new Set([...choices.values()].flatMap(({ packages }) => packages));
  for (const name of WANTED.filter((one) => !offered.has(one)))
    choices.set(name, { title: titleOf([name]), packages: [name], preload: [name] });
  return [...choices.values()].sort((one, other) => one.packages.length - other.packages.length);
}

function titleOf(packages: readonly string[]): string {
  return packages.map((name) => `${name} ${PACKAGE_VERSIONS.get(name) ?? ''}`.trim()).join(', ');
}
