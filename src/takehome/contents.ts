import { words as nouns } from '#words/nouns';
import { words } from '#words/takehome';
import { TOOLS, type Manifest } from '../runtime/manifest.ts';
import type { Contract } from '../runtime/protocol.ts';
import judge from '../leaklab/README.md?raw';
import test from './test_memory.py?raw';

/** A sandbox with the texts of its files as the learner left them. */
export type Belongings = {
  id: string;
  title: string;
  unit: string;
  packages: readonly string[];
  contract: Contract;
  behaviour: readonly string[];
  observeUnits: number;
  /** `diagnose.py` among them, which goes beside the program. */
  project: Readonly<Record<string, string>>;
  harness: Readonly<Record<string, string>>;
};

export const PYTEST = '9.2.0';
const DIAGNOSE = 'diagnose.py';

/** Every file of the zip but the judge's code, by its path in it. */
export function contentsOf(
  belongings: Belongings,
  versions: Manifest['distributions'],
): Record<string, string> {
  const { id, title, unit, packages, contract, behaviour, observeUnits, project, harness } = belongings;
  const beside = Object.entries(project).map(
    ([name, text]) => [name === DIAGNOSE ? name : `project/${name}`, text] as const,
  );
  const declared = { title, packages, unit, contract: { ...contract, behaviour }, observeUnits };
  const files: Record<string, string> = {
    'README.md': readmeOf(
      Object.keys(harness).includes('workload.py')
        ? [...Object.keys(harness), DIAGNOSE]
        : [...Object.keys(harness), DIAGNOSE, 'project/program.py'],
    )
      .replaceAll('{title}', title)
      .replaceAll('{unit}', nouns.one(unit)),
    'requirements.txt': requirements(packages, versions),
    'sandbox.json': `${JSON.stringify(declared, null, 2)}\n`,
    'test_memory.py': test,
    'leaklab/README.md': judge,
    ...harness,
    ...Object.fromEntries(beside),
  };
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`${id}/${path}`, text]));
}

/** Without the rows of its table that are about files which are not there. */
function readmeOf(paths: readonly string[]): string {
  const always = ['project/', 'sandbox.json', 'test_memory.py', 'leaklab/'];
  return words.readme
    .split('\n')
    .filter((line) => {
      const named = /^\| `([^`]+)`/.exec(line)?.[1];
      return named === undefined || [...always, ...paths].includes(named);
    })
    .join('\n');
}

/** What the sandbox and a diagnosis have installed, with all that it needs, at the versions of the workbench; and pytest. */
function requirements(packages: readonly string[], versions: Manifest['distributions']): string {
  const names = new Set(
    [...packages, ...TOOLS.packages].flatMap((name) => versions[name]?.closure ?? [name]),
  );
  const pinned = [...names].flatMap((name) => {
    const version = versions[name]?.version;
    return version === undefined ? [] : [`${name}==${version}`];
  });
  return [...pinned.sort(), `pytest==${PYTEST}`, ''].join('\n');
}
