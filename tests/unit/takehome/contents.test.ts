import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Manifest } from '../../../src/runtime/manifest.ts';
import { PYTEST, contentsOf, type Belongings } from '../../../src/takehome/contents.ts';
import { ROOT } from '../../../tools/build/stage.ts';
import { exercise } from '../../component/states/exercise.ts';

const file = { name: '', bytes: 0, integrity: '' };
const versions: Manifest['distributions'] = {
  flask: { version: '3.1.3', wheel: file, closure: ['click', 'flask'] },
  click: { version: '8.5.1', wheel: file, closure: ['click'] },
  objgraph: { version: '3.7.0', wheel: file, closure: ['objgraph'] },
  pympler: { version: '1.1', wheel: file, closure: ['pympler'] },
  celery: { version: '5.7.0', wheel: file, closure: ['celery'] },
};
const belongings: Belongings = {
  id: 'sample',
  title: 'The sample',
  unit: 'request',
  packages: ['flask'],
  contract: exercise.contract,
  behaviour: exercise.behaviour,
  observeUnits: 1000,
  project: { 'app.py': 'mine\n', 'diagnose.py': 'print()\n' },
  harness: exercise.harness,
};
const contents = contentsOf(belongings, versions);

test('the zip has a folder of its own, the program as it was left in project/, and the rest beside it', () => {
  expect(Object.keys(contents).sort()).toEqual([
    'sample/README.md',
    'sample/check.py',
    'sample/diagnose.py',
    'sample/diagnosis.py',
    'sample/leaklab/README.md',
    'sample/project/app.py',
    'sample/requirements.txt',
    'sample/sandbox.json',
    'sample/test_memory.py',
    'sample/workload.py',
  ]);
  expect(contents['sample/project/app.py']).toBe('mine\n');
  expect(contents['sample/diagnose.py']).toBe('print()\n');
});

test('the requirements are what the sandbox uses, what it needs, and what a diagnosis has at hand, at the versions of the workbench', () => {
  expect(contents['sample/requirements.txt']).toBe(
    `click==8.5.1\nflask==3.1.3\nobjgraph==3.7.0\npympler==1.1\npytest==${PYTEST}\n`,
  );
});

test('pytest is the one that these very tests are run with', () => {
  const locked = readFileSync(join(ROOT, 'requirements', 'dev.txt'), 'utf8');
  expect(locked).toMatch(new RegExp(`^pytest==${PYTEST} `, 'm'));
});

test('the contract goes along whole, and the README speaks of this program', () => {
  expect(JSON.parse(contents['sample/sandbox.json'] ?? '')).toEqual({
    title: 'The sample',
    packages: ['flask'],
    unit: 'request',
    contract: { ...exercise.contract, behaviour: exercise.behaviour },
    observeUnits: 1000,
  });
  expect(contents['sample/README.md']).toMatch(/^# The sample\n/);
  expect(contents['sample/README.md']).not.toMatch(/[{}]/);
});

test('the README names only what is there', () => {
  const own = { ...belongings, harness: {}, project: { 'program.py': '', 'diagnose.py': '' } };
  const readme = contentsOf(own, versions)['sample/README.md'];
  expect(readme).toContain('| `project/`');
  expect(readme).toContain('| `diagnose.py`');
  expect(readme).not.toMatch(/workload\.py|check\.py/);
});
