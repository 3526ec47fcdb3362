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

const ALONE = { load: {}, deployment: null };

function packed(texts: Record<string, string>, start: Record<string, string> = START): string {
  const result = packCode(start, { texts, ...ALONE });
  if (result.kind !== 'packed') throw new Error(result.kind);
  return result.packed;
}

const wire = (part: object) => JSON.stringify({ start: '', texts: { 'store.py': 'x' }, ...ALONE, ...part });

/** As somebody packs who does not keep to our limits. */
function forged(content: string | Uint8Array): string {
  const bytes = typeof content === 'string' ? strToU8(content) : content;
  const dictionary = strToU8(JSON.stringify(START)).slice(-32 * 1024);
  return Buffer.from(zlibSync(bytes, { level: 9, dictionary })).toString('base64url');
}

describe('a link', () => {
  it('brings back what was changed, to the letter', () => {
    const changed = { 'store.py': 'KEPT = {}  # \u202e ünï 🐍\r\n\t"\\u0000"', 'diagnose.py': '' };
    expect(unpackCode(START, packed(changed))).toEqual({
      ...{ kind: 'code', sameStart: true, texts: changed },
      ...ALONE,
    });
  });

  it('brings back what else was set', () => {
    const shared = {
      texts: {},
      load: { units: 200, errors: 0 },
      deployment: { mebibytes: 0.5, perSecond: 3 },
    };
    const result = packCode(START, shared);
    expect(result.kind === 'packed' && unpackCode(START, result.packed)).toMatchObject(shared);
  });

  it('opens as it was made when nothing but texts could be in it', () => {
    expect(unpackCode(START, forged('{"store.py": "x = 1\\n"}'))).toEqual({
      ...{ kind: 'code', sameStart: true, texts: { 'store.py': 'x = 1\n' } },
      ...ALONE,
    });
  });

  it('opens with another version of the program where it holds all of what it carries, and tells it', () => {
    const other = { ...START, 'app.py': 'def handler(request): ...\n' };
    const texts = { 'store.py': 'KEPT = set()\n' };
    expect(unpackCode(other, packed(texts))).toMatchObject({ kind: 'code', sameStart: false, texts });
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
    const texts = { 'app.py': 'x'.repeat(MOST_BYTES) };
    expect(packCode(START, { texts, ...ALONE })).toMatchObject({ kind: 'too-large' });
  });
});

describe('a link that cannot be opened', () => {
  it('says so when the program has changed since', () => {
    const other = { ...START, 'store.py': 'KEPT = set()\n' };
    const code = packed({ 'app.py': `${START['app.py']}# more\n` }, other);
    expect(unpackCode(START, code)).toMatchObject({
      kind: 'unreadable',
      reason: expect.stringMatching(
        /^It was made with another version .* copy the link anew on this page, or to take it home/,
      ) as string,
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
    ['a load that is none', forged(wire({ load: { units: -1 } }))],
    ['a load of more than there can be', forged(wire({ load: { units: 1e9 } }))],
    [
      'more kinds of load than there can be',
      forged(wire({ load: Object.fromEntries(LINES.map((_, at) => [at, 1])) })),
    ],
    ['a container of no size', forged(wire({ deployment: { mebibytes: 0, perSecond: 1 } }))],
    ['what has more in it than a link has', forged(wire({ evil: 'x' }))],
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
