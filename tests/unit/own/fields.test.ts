import { describe, expect, it } from 'vitest';
import {
  budgetText,
  readBudget,
  readCap,
  readPositive,
  readTitle,
  readUnit,
  readWarmUp,
} from '../../../src/own/fields.ts';
import { nameComplaint } from '../../../src/own/file-names.ts';
import { loadKind } from '../../../src/own/load-kind.ts';

const valueOf = (field: { kind: string; value?: unknown }) => ('value' in field ? field.value : field.kind);

describe('a budget', () => {
  it.each([
    ['10 MB', 10_000_000],
    ['512KiB', 524_288],
    ['2,000,000', 2_000_000],
    ['1.5 mb', 1_500_000],
    ['0', 'invalid'],
    ['-3 MB', 'invalid'],
    ['2 GiB', 'invalid'],
    ['3 apples', 'invalid'],
    ['', 'invalid'],
    ['1.2.3', 'invalid'],
  ])('%s is %s', (text, bytes) => {
    expect(valueOf(readBudget(text))).toBe(bytes);
  });

  it.each([10_000_000, 65_536, 2 ** 21, 1, 1_234_567, 2 ** 30, 500])(
    'of %i bytes is read as it is shown',
    (bytes) => {
      expect(valueOf(readBudget(budgetText(bytes)))).toBe(bytes);
    },
  );
});

it.each([
  [readCap, '12,800', 12_800],
  [readCap, '12_800', 12_800],
  [readCap, '3199', 'invalid'],
  [readCap, '3200.5', 'invalid'],
  [readCap, '1e9', 'invalid'],
  [readCap, '0,5', 'invalid'],
  [readWarmUp, '0', 0],
  [readPositive, '0.5', 0.5],
  [readPositive, '0', 'invalid'],
  [readPositive, 'NaN', 'invalid'],
  [readUnit, 'request', 'request'],
  [readUnit, 'Request', 'invalid'],
  [readUnit, 'two words', 'invalid'],
  [readTitle, '  ', 'invalid'],
  [readTitle, 'x'.repeat(81), 'invalid'],
  [readTitle, 'a\u202eb', 'invalid'],
])('%o reads “%s” as %s', (read, text, value) => {
  expect(valueOf(read(text))).toBe(value);
});

describe('the name of a file', () => {
  it.each([
    ['helpers.py', null],
    ['_Private2.py', null],
    ['', 'Give the file a name, such as helpers.py.'],
    ['data.json', '“data.json” does not end in .py. Only Python files can be here.'],
    ['pkg/a.py', '“pkg/a.py” names a folder. All files of a program lie in one; leave it out.'],
    ['my-file.py', 'Python cannot import “my-file.py”. Use letters, digits and _, and begin with no digit.'],
    ['import.py', 'Python cannot import “import.py”: import is a word of the language.'],
    ['json.py', '“json.py” has the name of a module that Python has already. Choose another name.'],
    ['Program.py', 'There is a file “program.py” already. Choose another name.'],
    ['a\u200bb.py', '“a\\u200bb.py” has a character that is not seen. Use letters, digits and _.'],
  ])('%j: %s', (name, complaint) => {
    expect(nameComplaint(name, ['program.py'])).toBe(complaint);
  });
});

it.each([
  [{ 'program.py': 'def run(i):\n  pass' }, 'program.py', 'plain'],
  [{ 'program.py': '\nasync  def run(i): ...' }, 'program.py', 'async'],
  [{ 'program.py': 'from app import run' }, 'program.py', 'plain'],
  [{ 'program.py': '# def run\nclass A:\n    def run(self): ...' }, 'program.py', 'missing'],
  [{ 'program.py': '', 'workload.py': 'async def run(i): ...' }, 'workload.py', 'async'],
])('%j: in %s run is %s', (files, file, kind) => {
  expect(loadKind(files)).toEqual({ file, kind });
});
