import { strToU8, zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { MOST_BYTES } from '../../../src/share/deflated.ts';
import { packCode, unpackCode } from '../../../src/share/packed-code.ts';
import { codeIn, fragmentOf } from '../../../src/share/fragment.ts';

const LINES = Array.from(
  { length: 80 },
  (_, index) => `def handler_${index}(request): return ${index * 7919}\n`,
);
const START = { 'app.py': LINES.join(''), 'store.py': 'KEPT = []\n', 'diagnose.py': 'import gc\n' };
const DAMAGED = 'A part of it is missing or was changed on the way. Ask for it again.';

function packed(changed: Record<string, string>, start: Record<string, string> = START): string {
  const result = packCode(start, changed);
  if (result.kind !== 'packed') throw new Error(result.kind);
  return result.packed;
}

/** As somebody packs who does not keep to our limits. */
function forged(content: string | Uint8Array): string {
  const bytes = typeof content === 'string' ? strToU8(content) : content;
  const dictionary = strToU8(JSON.stringify(START)).slice(-32 * 1024);
  return Buffer.from(zlibSync(bytes, { level: 9, dictionary })).toString('base64url');
}

describe('a link', () => {
  it('brings back what was changed, to the letter', () => {
    const changed = { 'store.py': 'KEPT = {}  # \u202e ünï 🐍\r\n\t"\\u0000"', 'diagnose.py': '' };
    expect(unpackCode(START, packed(changed))).toEqual({ kind: 'code', texts: changed });
  });

  it('needs little more than the change itself', () => {
    const changed = { 'app.py': START['app.py'].replace('return 0', 'return None') };
    expect(packed(changed).length).toBeLessThan(200);
  });

  it('stands in a fragment without being encoded again', () => {
    const code = packed({ 'store.py': 'x = 1\n' });
    const { hash } = new URL(`https://leaklab.invalid/sandboxes/x/${fragmentOf(code)}`);
    expect(codeIn(hash)).toBe(code);
    expect(codeIn('#fix')).toBeNull();
  });

  it('is not made of more than can be opened', () => {
    expect(packCode(START, { 'app.py': 'x'.repeat(MOST_BYTES) })).toEqual({
      kind: 'too-large',
      bytes: MOST_BYTES + '{"app.py":""}'.length,
    });
  });
});

describe('a link that cannot be opened', () => {
  it('says so when the program has changed since', () => {
    const other = { ...START, 'store.py': 'KEPT = set()\n' };
    expect(unpackCode(START, packed({ 'store.py': 'x = 1\n' }, other))).toEqual({
      kind: 'unreadable',
      reason:
        'It was made with another version of this program, so its code cannot be restored here. Ask for the zip, which opens under “Your own program”.',
    });
  });

  it('says so when a part is missing, wherever it was cut', () => {
    const code = packed({ 'app.py': [...LINES].reverse().join('') });
    const lengths = Array.from({ length: code.length - 10 }, (_, index) => index).filter(
      (at) => at % 7 === 0,
    );
    for (const length of lengths)
      expect(unpackCode(START, code.slice(0, length)), `${length} characters`).toEqual({
        kind: 'unreadable',
        reason: DAMAGED,
      });
  });

  it.each([
    ['nothing', ''],
    ['what is no base64', 'né&%'],
    ['a list', forged('["app.py"]')],
    ['a text that is a number', forged('{"app.py": 1}')],
    ['no text at all', forged('{}')],
    ['a text under a name that no file can have', forged('{"__proto__": "x"}')],
    ['what is no JSON', forged('{"app.py": ')],
  ])('says so of %s', (_, code) => {
    expect(unpackCode(START, code)).toEqual({ kind: 'unreadable', reason: DAMAGED });
  });

  it.each(['../app.py', 'toString', 'other.py'])('takes no file %s', (name) => {
    expect(unpackCode(START, forged(`{${JSON.stringify(name)}: "x"}`))).toEqual({
      kind: 'unreadable',
      reason: `It has a file "${name}", which this program does not have.`,
    });
  });

  it('stops at the limit, however much it would become', () => {
    const bomb = forged(new Uint8Array(8 * MOST_BYTES));
    expect(bomb.length).toBeLessThan(10_000);
    expect(unpackCode(START, bomb)).toEqual({
      kind: 'unreadable',
      reason: 'It unpacks to more than any link of this site does.',
    });
  });
});
