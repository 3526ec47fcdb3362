import { strToU8, zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { EXAMPLE } from '../../../src/own/example.ts';
import { packProgram, unpackProgram } from '../../../src/own/link.ts';
import { DECLARED, KNOWN, patched, read, refusal, sandboxZip, zipped } from './zips.ts';

const text = strToU8('KEPT = []\n');
const one = zipped({ 'program.py': text });
const json = (declared: unknown) => sandboxZip({ 'sandbox.json': JSON.stringify(declared) });

const HOSTILE: readonly [string, Uint8Array, string][] = [
  [
    'a bomb that says what it is',
    zipped({ 'program.py': new Uint8Array(9 * 2 ** 20) }),
    'It has more than 8 MiB in all. Leave out what is not Python.',
  ],
  [
    'a bomb that says it is small',
    patched(zipped({ 'program.py': new Uint8Array(4 * 2 ** 20) }), 24, 9, 0, 0, 0),
    'It has more than 8 MiB in all. Leave out what is not Python.',
  ],
  [
    'a path that is nested too deep',
    zipped({ 'a/b/c/d/e/f/g/h/i/program.py': text }),
    '“a/b/c/d/e/f/g/h/i/program.py” lies more than 8 folders deep.',
  ],
  [
    'an absolute path',
    zipped({ '/etc/passwd': text }),
    '“/etc/passwd” names a place on a disk, not in the folder.',
  ],
  [
    'a drive',
    zipped({ 'C:/program.py': text }),
    '“C:/program.py” names a place on a disk, not in the folder.',
  ],
  [
    'a path out of the folder',
    zipped({ 'project/../../x.py': text }),
    '“project/../../x.py” leads out of the folder with “..”.',
  ],
  ['backslashes', zipped({ 'a\\b.py': text }), 'The name “a\\b.py” has a backslash; folders end in “/”.'],
  [
    '10,000 files',
    zipped(Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`m${index}.py`, text]))),
    'It has more than 1,000 files. Choose the program’s own folder.',
  ],
  [
    'a wrong checksum',
    patched(one, 16, 1, 2, 3, 4),
    '“program.py” in the zip is damaged or cut off. Fetch or pack it again.',
  ],
  ['a zip that is cut off', one.slice(0, -10), 'The zip is damaged or cut off. Fetch or pack it again.'],
  [
    'an encrypted file',
    patched(one, 8, 1, 0),
    '“program.py” is encrypted. Pack the folder again without a password.',
  ],
  [
    'an unusual packing',
    patched(one, 10, 93, 0),
    '“program.py” is packed in a way that only some programs know. Pack it as a plain zip.',
  ],
  ['what is no zip', strToU8('print("hello")'), 'This is no zip. Choose a .zip, a folder, or .py files.'],
  ['nothing at all', new Uint8Array(), 'This is no zip. Choose a .zip, a folder, or .py files.'],
  [
    'a link to another file',
    zipped({ 'program.py': [strToU8('/etc/passwd'), { os: 3, attrs: (0o120777 << 16) >>> 0 }] }),
    '“program.py” is a link to another file. Put the file itself in its place.',
  ],
  [
    'a huge name',
    zipped({ [`${'x'.repeat(5000)}.py`]: text }),
    `The name “${'x'.repeat(60)}…” is longer than 200 characters.`,
  ],
  [
    'a name that turns the text around',
    zipped({ 'a\u202eyp.exe.py': text }),
    'The name “a\\u202eyp.exe.py” has a character that is not seen.',
  ],
  [
    'a control character in a name',
    zipped({ 'a\u0007b.py': text }),
    'The name “a\\u0007b.py” has a character that is not seen.',
  ],
  [
    'two names that differ in case alone',
    zipped({ 'Program.py': text, 'program.py': text }),
    'It has two files “program.py”; only one of them can be meant.',
  ],
  [
    'bytes that are no text',
    zipped({ 'program.py': new Uint8Array([0xff, 0xfe, 0]) }),
    '“program.py” is no text in UTF-8. Save it as UTF-8 and try again.',
  ],
  [
    'a name that Python cannot import',
    zipped({ '2nd-try.py': text }),
    'Python cannot import “2nd-try.py”. Use letters, digits and _, and begin with no digit.',
  ],
  [
    'nothing of use',
    zipped({ 'notes.txt': text }),
    'There is no sandbox.json and no Python file in it. Choose the folder that has them.',
  ],
  [
    'a sandbox.json with an unknown field',
    json({ ...DECLARED, colour: 'red' }),
    'sandbox.json: colour: is not a known field; correct its spelling or take it out.',
  ],
  [
    'a sandbox.json with a wrong type',
    json({ ...DECLARED, contract: { ...DECLARED.contract, cap: '3200' } }),
    'sandbox.json: contract.cap: must be a number.',
  ],
  [
    'a cap that takes for ever',
    json({ ...DECLARED, contract: { ...DECLARED.contract, cap: 1e9 } }),
    'sandbox.json: contract.cap: must be at most 1,000,000.',
  ],
  [
    'a package that is not here',
    json({ ...DECLARED, packages: ['numpy'] }),
    'sandbox.json: packages: “numpy” is not here. There are flask, celery.',
  ],
  [
    'a sandbox without a program',
    sandboxZip({ 'project/ledger.py': undefined }),
    'There is no Python file of a program in it, such as program.py.',
  ],
  [
    'a sandbox without a load',
    sandboxZip({ 'workload.py': undefined }),
    'workload.py is missing; it says what one unit of use is, in def run(i).',
  ],
];

describe('a zip is refused with a sentence:', () => {
  it.each(HOSTILE)('%s', async (_, zip, sentence) => {
    expect(await refusal(() => read(zip))).toBe(`Refused: ${sentence}`);
  });

  it('a sandbox.json that is no JSON', async () => {
    const said = await refusal(() => read(sandboxZip({ 'sandbox.json': '{"title": ' })));
    expect(said).toMatch(/^Refused: sandbox\.json: is not valid JSON: /);
  });

  it('more text than the bench takes', async () => {
    const large = { 'program.py': strToU8('# '.repeat(300 * 1024)) };
    expect(await refusal(() => read(zipped(large)))).toBe(
      'Refused: Its files have more than 512 KiB of text together.',
    );
  });

  it('and what it says holds nothing unseen, whatever its fields are called', async () => {
    const said = await refusal(() => read(json({ ...DECLARED, ['x\u202e\u0000y']: 1 })));
    expect(said).toContain('x\\u202e\\u0000y');
    expect(said).not.toMatch(/[\u202e\u0000]/);
  });
});

function forged(content: string | Uint8Array): string {
  const bytes = typeof content === 'string' ? strToU8(content) : content;
  return Buffer.from(zlibSync(bytes, { level: 9 })).toString('base64url');
}

const DAMAGED = 'A part of it is missing or was changed on the way. Ask for it again.';
const { settings } = EXAMPLE;
const of = (program: unknown) => forged(JSON.stringify(program));

describe('a link to a program is refused with a sentence:', () => {
  it.each([
    ['what is no base64', '***', DAMAGED],
    ['what is no deflate', 'AAAA', DAMAGED],
    ['a part of one', forged('{"settings": 1}'.repeat(50)).slice(0, 20), DAMAGED],
    ['what is no JSON', forged('{'), DAMAGED],
    ['a bomb', forged(new Uint8Array(2 ** 24)), 'It unpacks to more than any link of this site does.'],
    ['another shape', of([]), 'The program in it: must be an object with named fields.'],
    [
      'an unknown setting',
      of({ settings: { ...settings, run: 'now' }, files: {} }),
      'The program in it: settings.run: is not a known field; correct its spelling or take it out.',
    ],
    [
      'a file outside',
      of({ settings, files: { 'program.py': '', '../x.py': '' } }),
      '“../x.py” names a folder. All files of a program lie in one; leave it out.',
    ],
    [
      'a file in the judge’s place',
      of({ settings, files: { 'leaklab.py': '' } }),
      '“leaklab.py” has the name of a module that Python has already. Choose another name.',
    ],
    [
      'too many files',
      of({ settings, files: Object.fromEntries(Array.from({ length: 41 }, (_, n) => [`m${n}.py`, ''])) }),
      'It has 41 files; 40 is the most.',
    ],
    [
      'a package that is not here',
      of({ settings: { ...settings, packages: ['numpy'] }, files: { 'program.py': '' } }),
      'It needs the package “numpy”, which is not here. There are flask, celery.',
    ],
    [
      'no program',
      of({ settings, files: { 'diagnose.py': '' } }),
      'There is no Python file of a program in it, such as program.py.',
    ],
  ])('%s', (_, packed, reason) => {
    expect(unpackProgram(packed, KNOWN)).toEqual({ kind: 'unreadable', reason });
  });
});

describe('a link to a program', () => {
  it('brings back files and settings, to the letter', () => {
    const program = {
      settings: { ...settings, title: '<b>Mine</b>', packages: ['flask'], behaviour: ['It answers.'] },
      files: { 'program.py': 'x = "\u202e"\r\n', 'check.py': '' },
    };
    const result = packProgram(program);
    expect(result.kind === 'packed' && unpackProgram(result.packed, KNOWN)).toEqual({
      kind: 'program',
      program,
    });
  });

  it('is not made of more than can be opened', () => {
    const files = { 'program.py': 'x'.repeat(600 * 1024) };
    expect(packProgram({ settings, files }).kind).toBe('too-large');
  });
});
