import { describe, expect, it } from 'vitest';
import { EXAMPLE } from '../../../../src/own/example.ts';
import { Code } from '../../../../src/workbench/session/code.svelte.ts';
import { ownExercise } from '../../../../src/workbench/session/own-exercise.ts';
import { belongingsOf, ownProgram } from '../../../../src/workbench/session/programs.ts';

const STACKS = [
  { title: 'Flask', packages: ['flask', 'objgraph'], preload: ['flask', 'werkzeug.test'] },
  { title: 'Django', packages: ['django'], preload: ['django.db'] },
];
const FILES = {
  'check.py': 'def after(): ...\n',
  'zebra.py': '',
  'program.py': 'def run(i): ...\n',
  'diagnose.py': 'print()\n',
  'diagnosis.py': 'culprit = 1\n',
};

function made(packages: string[] = []) {
  return ownExercise({ settings: { ...EXAMPLE.settings, packages }, files: FILES }, STACKS, 1);
}

describe('an own program as an exercise', () => {
  it('has the program first, then its own diagnostics and what checks it, all to be edited', () => {
    const { files } = new Code(made());
    expect(files.map(({ name, role, editable }) => [name, role, editable])).toEqual([
      ['program.py', 'program', true],
      ['zebra.py', 'program', true],
      ['diagnose.py', 'learner', true],
      ['check.py', 'harness', true],
      ['diagnosis.py', 'harness', true],
    ]);
  });

  it('is sent with each file where the judge looks for it, as it is now', () => {
    const exercise = made();
    const code = new Code(exercise);
    code.edit('check.py', 'mine\n');
    code.edit('program.py', 'run = 1\n');
    const { project, harness } = ownProgram(exercise, code);
    expect(project).toEqual({ 'program.py': 'run = 1\n', 'zebra.py': '', 'diagnose.py': 'print()\n' });
    expect(harness).toEqual({ 'check.py': 'mine\n', 'diagnosis.py': 'culprit = 1\n' });
    expect(belongingsOf(exercise, code).harness['check.py']).toBe('mine\n');
  });

  it('starts from the stack that has just its packages, whatever their order', () => {
    expect(made(['objgraph', 'flask']).stack).toEqual({
      packages: ['flask', 'objgraph'],
      preload: ['flask', 'werkzeug.test'],
    });
  });

  it('imports at the start what other stacks do of the packages that it alone has together', () => {
    expect(made(['celery']).stack).toEqual({ packages: ['celery'], preload: [] });
    expect(made(['django', 'flask']).stack).toEqual({
      packages: ['django', 'flask'],
      preload: ['flask', 'django.db'],
    });
  });
});
