import { describe, expect, it } from 'vitest';
import { EXAMPLE } from '../../../../src/own/example.ts';
import { missingPackage } from '../../../../src/workbench/own/missing-package.ts';
import { bringFiles } from '../../../../src/workbench/own/bring.ts';
import { Code } from '../../../../src/workbench/session/code.svelte.ts';
import { Own, type OwnTerms } from '../../../../src/workbench/session/own.svelte.ts';
import { crashed } from '../../../component/states/outcomes.ts';
import { sandboxZip } from '../../own/zips.ts';

const TERMS: OwnTerms = {
  stacks: [
    { title: 'None', packages: [], preload: [] },
    { title: 'flask and more', packages: ['flask', 'objgraph'], preload: ['flask'] },
    { title: 'flask 3.1.3', packages: ['flask'], preload: ['flask'] },
  ],
  known: ['flask', 'objgraph'],
  limitBytes: 2 ** 28,
};

type Kept = { own: Record<string, unknown>; changed: Readonly<Record<string, string>> };

/** An own program without the rest of its bench; `kept` is what was to be kept last. */
function made() {
  const stacks: string[] = [];
  const last: { kept: Kept | null } = { kept: null };
  const own = new Own(TERMS, ({ packages }) => stacks.push(packages.join(' ')));
  const code = new Code(own.exercise);
  own.join({ code, keep: (kept, changed) => (last.kept = { own: kept, changed }), onStack: () => undefined });
  return { own, code, stacks, last };
}

const zip = (changed?: Record<string, string>) =>
  new File([sandboxZip(changed) as Uint8Array<ArrayBuffer>], 'loans.zip');
const names = (code: Code) => code.files.map(({ name }) => name);

describe('an own program', () => {
  it('takes other settings and packages, and loses nothing that was typed', () => {
    const { own, code, stacks, last } = made();
    code.edit('program.py', 'import flask\n');
    own.change({ unit: 'job' });
    own.change({ packages: ['flask'] });
    expect(own.exercise).toMatchObject({ unit: 'job', stack: { packages: ['flask'], preload: ['flask'] } });
    expect(stacks).toEqual(['flask']);
    expect(code.texts.of('program.py')).toBe('import flask\n');
    expect(last.kept).toMatchObject({
      own: { program: { settings: { unit: 'job' } } },
      changed: { 'program.py': 'import flask\n' },
    });
  });

  it('gets files, under names that Python can import, and opens them', () => {
    const { own, code } = made();
    expect(own.add('class.py')).toMatch(/is a word of the language/);
    expect(own.add('program.py')).toMatch(/There is a file/);
    expect(own.add('check.py')).toBeNull();
    expect(code.file.name).toBe('check.py');
    expect(code.texts.of('check.py')).toMatch(/def during/);
    expect(names(code)).toEqual(['program.py', 'diagnose.py', 'check.py']);
  });

  it('gives a file another name together with what was typed in it', () => {
    const { own, code } = made();
    code.edit('program.py', 'mine\n');
    expect(own.rename('program.py', 'json.py')).toMatch(/Python has already/);
    expect(own.rename('program.py', 'service.py')).toBeNull();
    expect(code.texts.of('service.py')).toBe('mine\n');
    expect(code.texts.isChanged('service.py')).toBe(true);
    expect(names(code)).toEqual(['service.py', 'diagnose.py']);
  });

  it('loses a file only to get it back, and never its last one', () => {
    const { own, code } = made();
    own.add('helpers.py');
    code.edit('helpers.py', 'A = 1\n');
    expect(own.remove('helpers.py')).toBeNull();
    expect(names(code)).toEqual(['program.py', 'diagnose.py']);
    expect(own.remove('program.py')).toMatch(/the only file of the program/);
    own.undo();
    expect(code.texts.of('helpers.py')).toBe('A = 1\n');
  });

  it('sets aside what another program takes the place of; Undo brings it back, and can itself be undone', async () => {
    const { own, code, stacks } = made();
    own.change({ packages: ['flask'] });
    code.edit('program.py', 'mine\n');
    expect(await bringFiles(own, [zip({ 'notes.md': 'x' })])).toBe(true);
    expect(own.told?.sentence).toMatch(
      /^“Loans” is opened\. Nothing of it has run\. Left out, .* “notes\.md”\.$/,
    );
    expect(names(code)).toEqual(['ledger.py', 'diagnose.py', 'workload.py', 'check.py']);
    expect(own.exercise).toMatchObject({ unit: 'loan', contract: { cap: 3200, budgetBytes: 65536 } });
    own.undo();
    expect(code.texts.of('program.py')).toBe('mine\n');
    expect(code.texts.startOf('program.py')).toBe(EXAMPLE.files['program.py']);
    own.undo();
    expect(own.exercise.unit).toBe('loan');
    expect(stacks).toEqual(['flask', '', 'flask', '']);
  });

  it('says why a zip cannot be opened, and stays as it is', async () => {
    const { own, code } = made();
    expect(await bringFiles(own, [new File(['no zip'], 'x.zip')])).toBe(false);
    expect(own.told).toEqual({
      kind: 'refused',
      sentence: 'Not opened. This is no zip. Choose a .zip, a folder, or .py files.',
    });
    expect(await bringFiles(own, [new File([''], 'x.png')])).toBe(false);
    expect(own.told?.sentence).toBe(
      'Not opened. “x.png” cannot be opened. Choose a .zip, a folder, or .py files.',
    );
    expect(await bringFiles(own, [])).toBe(false);
    expect(names(code)).toEqual(['program.py', 'diagnose.py']);
    expect(own.aside).toBeNull();
  });

  it('has single files put in, and those of the same name replaced', async () => {
    const { own, code } = made();
    code.edit('program.py', 'mine\n');
    await bringFiles(own, [new File(['A = 1\n'], 'helpers.py'), new File(['theirs\n'], 'program.py')]);
    expect(code.texts.of('program.py')).toBe('theirs\n');
    expect(names(code)).toEqual(['program.py', 'helpers.py', 'diagnose.py']);
    own.undo();
    expect(code.texts.of('program.py')).toBe('mine\n');
  });

  it('goes back to the files and the settings of a run; what was there is set aside', async () => {
    const { own, code, stacks, last } = made();
    code.edit('program.py', 'then\n');
    own.change({ packages: ['flask'], unit: 'job' });
    const run = { ...code.editable, ...own.settings };
    own.change({ packages: [], unit: 'call' });
    own.add('helpers.py');
    code.edit('program.py', 'now\n');
    await own.goBack(run);
    expect(own.exercise).toMatchObject({ unit: 'job', stack: { packages: ['flask'] } });
    expect(names(code)).toEqual(['program.py', 'diagnose.py']);
    expect(code.texts.of('program.py')).toBe('then\n');
    expect(stacks).toEqual(['flask', '', 'flask']);
    expect(last.kept).toMatchObject({ own: { program: { settings: { unit: 'job' } } } });
    own.undo();
    expect(own.exercise.unit).toBe('call');
    expect(names(code)).toEqual(['program.py', 'helpers.py', 'diagnose.py']);
    expect(code.texts.of('program.py')).toBe('now\n');
  });

  it('stays as it is where the settings of a run cannot be read, or the site has its packages no more', async () => {
    const { own } = made();
    await own.goBack({ 'program.py': 'x\n', 'sandbox.json': '{' });
    expect(own.told).toMatchObject({
      kind: 'refused',
      sentence: expect.stringMatching(/^sandbox\.json: is not/) as string,
    });
    const gone = own.settings['sandbox.json']?.replace('"packages": []', '"packages": ["numpy"]') ?? '';
    await own.goBack({ 'program.py': 'x\n', 'sandbox.json': gone });
    expect(own.told?.sentence).toMatch(/“numpy” is not here/);
    expect(own.program).toBe(EXAMPLE);
  });

  describe('in another tab', () => {
    const keptBy = ({ last }: ReturnType<typeof made>) => JSON.parse(JSON.stringify(last.kept)) as Kept;

    it('is taken over, and what was typed here meanwhile stays', () => {
      const [one, two] = [made(), made()];
      one.code.edit('program.py', 'one\n');
      one.own.add('helpers.py');
      one.own.change({ packages: ['flask'], unit: 'job' });
      const { own, changed } = keptBy(one);
      two.own.follow(own, changed, {});
      expect(two.own.exercise).toMatchObject({ unit: 'job', stack: { packages: ['flask'] } });
      expect(two.stacks).toEqual(['flask']);
      expect(names(two.code)).toEqual(['program.py', 'helpers.py', 'diagnose.py']);
      expect(two.code.texts.of('program.py')).toBe('one\n');
      two.own.follow(own, changed, { 'program.py': 'two\n' });
      expect(two.code.texts.of('program.py')).toBe('two\n');
      expect(two.last.kept).toBeNull();
    });

    it('is set aside here where something was typed in a file that is gone there', () => {
      const [one, two] = [made(), made()];
      one.own.add('helpers.py');
      const before = keptBy(one);
      two.own.follow(before.own, before.changed, {});
      two.code.edit('helpers.py', 'A = 1\n');
      one.own.rename('helpers.py', 'tools.py');
      const { own, changed } = keptBy(one);
      two.own.follow(own, changed, { 'helpers.py': 'A = 1\n' });
      expect(names(two.code)).toEqual(['program.py', 'tools.py', 'diagnose.py']);
      expect(two.last.kept).toMatchObject({ own: { aside: { files: { 'helpers.py': 'A = 1\n' } } } });
      two.own.undo();
      expect(two.code.texts.of('helpers.py')).toBe('A = 1\n');
    });
  });

  it('is put back as it was kept, with what was set aside; what is no program is not understood', () => {
    const before = made();
    before.own.open(
      { ...EXAMPLE, settings: { ...EXAMPLE.settings, title: 'Second', packages: ['flask'] } },
      '',
    );
    const kept = JSON.parse(JSON.stringify(before.last.kept?.own)) as Record<string, unknown>;
    const { own, stacks } = made();
    expect(own.understands(kept)).toBe(true);
    own.restore(kept);
    expect(own.program.settings.title).toBe('Second');
    expect(own.folder).toBe('second');
    expect(stacks).toEqual(['flask']);
    own.undo();
    expect(own.program.settings.title).toBe('Your own program');
    expect(own.understands({})).toBe(false);
    expect(own.understands({ program: { settings: {}, files: {} } })).toBe(false);
  });
});

describe('a package that is missing', () => {
  const missing = (name: string) =>
    ({
      ...crashed,
      error: { ...crashed.error, type: 'ModuleNotFoundError', message: `No module named '${name}'` },
    }) as const;

  it('is offered in the smallest choice that has it', () => {
    expect(missingPackage(missing('flask.views'), TERMS, [])).toMatchObject({
      name: 'flask',
      stack: { title: 'flask 3.1.3' },
    });
    expect(missingPackage(missing('flask'), TERMS, ['flask'])).toBeNull();
  });

  it('is told where no choice has it', () => {
    expect(missingPackage(missing('numpy'), TERMS, [])).toEqual({ name: 'numpy', stack: null });
    expect(missingPackage(crashed, TERMS, [])).toBeNull();
  });
});
