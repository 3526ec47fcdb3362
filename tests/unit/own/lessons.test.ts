import { strToU8, type Zippable } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SandboxFile } from '../../../src/course/sandbox-schema.ts';
import { packProgram, unpackProgram } from '../../../src/own/link.ts';
import { ownExercise } from '../../../src/workbench/session/own-exercise.ts';
import { benchFiles } from '../../../src/workbench/session/files.ts';
import { BROKEN, brokenLesson, finishedLesson, type Broken } from './lessons.ts';
import { KNOWN, patched, read, refusal, zipped } from './zips.ts';

let lesson: Record<string, string>;
beforeAll(async () => {
  lesson = await finishedLesson();
});

const zipOf = (files: Readonly<Record<string, string>>, more: Zippable = {}, folder = 'desk/') =>
  zipped({
    ...Object.fromEntries(Object.entries(files).map(([path, text]) => [folder + path, strToU8(text)])),
    ...more,
  });
const refusalOf = (broken: Omit<Broken, 'name' | 'says'>) =>
  refusal(() => read(zipOf(brokenLesson(lesson, broken))));

describe('a zip of a whole sandbox', () => {
  it('is a lesson: its load and check are its author’s, and its fixes and decoys stay behind', async () => {
    const brought = await read(zipOf(lesson, { 'desk/notes.txt': strToU8('') }));
    if (brought.kind !== 'program') throw new Error('It is no program.');
    const { program, leftOut } = brought;
    expect(leftOut).toEqual(['notes.txt']);
    expect(program.lesson).toMatchObject({ editable: ['service.py'], verdict: 'growing', load: [] });
    expect(Object.keys(program.files).sort()).toEqual([
      'check.py',
      'diagnose.py',
      'diagnosis.py',
      'service.py',
      'workload.py',
    ]);
    expect(JSON.stringify(program)).not.toContain('first-fix');
    const tabs = benchFiles(ownExercise(program, [], 1)).map(({ name, editable }) => [name, editable]);
    expect(tabs).toEqual([
      ['service.py', true],
      ['diagnose.py', true],
      ['workload.py', false],
      ['check.py', false],
    ]);
  });

  it('may have its texts in another language', async () => {
    const { title, summary, contract, fixes, decoys } = JSON.parse(
      lesson['sandbox.json'] ?? '',
    ) as SandboxFile;
    const translated = {
      title: `Deutsch: ${title}`,
      summary,
      behaviour: contract.behaviour,
      fixes: Object.fromEntries(fixes.map(({ id, title, kind, why }) => [id, { title, kind, why }])),
      decoys: Object.fromEntries(decoys.map(({ id, title, why }) => [id, { title, why }])),
    };
    const brought = await read(zipOf({ ...lesson, 'sandbox.de.json': JSON.stringify(translated) }));
    expect(brought).toMatchObject({ leftOut: [], program: { settings: { title } } });
  });

  it('opens without its answers, too', async () => {
    const kept = Object.entries(lesson).filter(([path]) => !/^(fixes|decoys|diagnose_solved)/.test(path));
    expect(await read(zipOf(Object.fromEntries(kept), {}, ''))).toMatchObject({
      kind: 'program',
      program: { lesson: { editable: ['service.py'] } },
    });
  });

  it('travels in a link as what it is', async () => {
    const brought = await read(zipOf(lesson));
    if (brought.kind !== 'program') throw new Error('It is no program.');
    const packed = packProgram(brought.program);
    expect(packed.kind === 'packed' && unpackProgram(packed.packed, KNOWN)).toEqual({
      kind: 'program',
      program: brought.program,
    });
  });
});

describe('a zip of a broken sandbox is refused with file, field and what to do:', () => {
  it.each(BROKEN)('$name', async (broken) => {
    const said = (await refusalOf(broken)).replace(/ There (is|are) \d+ more to put right\.$/, '');
    const whole = `Refused: ${broken.says}`;
    expect(whole.endsWith('…') ? said.slice(0, whole.length - 1) + '…' : said).toBe(whole);
  });

  const hostile: [string, (files: Record<string, string>) => Uint8Array, string][] = [
    [
      'a package that is not here',
      (files) => zipOf(brokenLesson(files, { fields: { packages: ['numpy'] } })),
      'sandbox.json: packages: “numpy” is not here. There are flask, celery.',
    ],
    [
      'a summary that fills the page',
      (files) => zipOf(brokenLesson(files, { fields: { summary: 'x'.repeat(401) } })),
      'sandbox.json: summary: must not be longer than 400 characters.',
    ],
    [
      'more text than the bench takes',
      (files) => zipOf({ ...files, 'project/service.py': '# '.repeat(300 * 1024) }),
      'Its files have more than 512 KiB of text together.',
    ],
    [
      'a file in the place of a module of Python',
      (files) => zipOf({ ...files, 'project/json.py': '' }),
      '“json.py” has the name of a module that Python has already. Choose another name.',
    ],
    [
      'a path out of the folder',
      (files) => zipOf({ ...files, '../x.py': '' }),
      '“desk/../x.py” leads out of the folder with “..”.',
    ],
    [
      'an absolute path',
      (files) => zipOf(files, { '/etc/x.py': strToU8('') }),
      '“/etc/x.py” names a place on a disk, not in the folder.',
    ],
    [
      'two files of one name',
      (files) => zipOf({ ...files, 'Check.py': '' }),
      'It has two files “desk/Check.py”; only one of them can be meant.',
    ],
    [
      'a bomb',
      (files) => zipOf(files, { 'desk/check.py': new Uint8Array(9 * 2 ** 20) }),
      'It has more than 8 MiB in all. Leave out what is not Python.',
    ],
    [
      'bytes that are no text',
      (files) => zipOf(files, { 'desk/check.py': new Uint8Array([0xff, 0xfe, 0]) }),
      '“desk/check.py” is no text in UTF-8. Save it as UTF-8 and try again.',
    ],
    [
      'a damaged file',
      (files) => patched(zipOf(files), 16, 1, 2, 3, 4),
      '“desk/check.py” in the zip is damaged or cut off. Fetch or pack it again.',
    ],
  ];

  it.each(hostile)('%s', async (_, zip, sentence) => {
    expect(await refusal(() => read(zip(lesson)))).toBe(`Refused: ${sentence}`);
  });

  it('and says how much more there is to put right', async () => {
    const said = await refusalOf({ fields: { title: null, summary: null, unit: 'two words' } });
    expect(said).toBe(
      'Refused: sandbox.json: title: is missing; add it (text). There are 2 more to put right.',
    );
  });
});
