import type { Manifest } from '../sandbox/manifest.ts';
import type { Contract } from '../sandbox/protocol.ts';
import judge from '../leaklab/README.md?raw';
import readme from './readme.txt?raw';
import test from './test_memory.py?raw';

/** A sandbox with the texts of its files as the learner left them. */
export type Belongings = {
  id: string;
  title: string;
  unit: string;
  packages: readonly string[];
  contract: Contract;
  behaviour: readonly string[];
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
  const { id, title, unit, packages, contract, behaviour, project, harness } = belongings;
  const beside = Object.entries(project).map(
    ([name, text]) => [name === DIAGNOSE ? name : `project/${name}`, text] as const,
  );
  const files: Record<string, string> = {
    'README.md': readme.replaceAll('{title}', title).replaceAll('{unit}', unit),
    'requirements.txt': requirements(packages, versions),
    'sandbox.json': `${JSON.stringify({ title, packages, unit, contract: { ...contract, behaviour } }, null, 2)}\n`,
    'test_memory.py': test,
    'leaklab/README.md': judge,
    ...harness,
    ...Object.fromEntries(beside),
  };
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`${id}/${path}`, text]));
}

/** What the sandbox has installed, with all that it needs, at the versions of the workbench; and pytest. */
function requirements(packages: readonly string[], versions: Manifest['distributions']): string {
  const names = new Set(packages.flatMap((name) => versions[name]?.closure ?? [name]));
  const pinned = [...names].flatMap((name) => {
    const version = versions[name]?.version;
    return version === undefined ? [] : [`${name}==${version}`];
  });
  return [...pinned.sort(), `pytest==${PYTEST}`, ''].join('\n');
}
