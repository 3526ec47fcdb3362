import { expect, test } from 'vitest';
import { readReport } from '../../../src/report/read-report.ts';
import { bounded, growing } from '../runtime/fixtures.ts';

const judgement = {
  verdict: growing,
  explanation: null,
  notes: [],
  reads: [{ units: 1, bytes: 2.5, rung: 0 }],
};
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (value: unknown) => readReport('service.json', bytesOf(JSON.stringify(value)));
const without = (value: object, name: string) =>
  Object.fromEntries(Object.entries(value).filter(([key]) => key !== name));

test('a judgement is read as it was saved', () => {
  expect(read(judgement)).toEqual({ kind: 'report', judgement });
});

test('a judgement that a Windows shell has saved is read', () => {
  const text = `\ufeff${JSON.stringify(judgement)}`;
  const wide = new Uint8Array(Uint16Array.from(text, (character) => character.charCodeAt(0)).buffer);
  expect(readReport('service.json', wide)).toEqual({ kind: 'report', judgement });
  expect(readReport('service.json', bytesOf(text))).toEqual({ kind: 'report', judgement });
});

test('what hides in a text, or turns the words around it, is spelled out', () => {
  const notes = ['a\u202eb', '\u0000'];
  expect(read({ ...judgement, notes })).toMatchObject({ judgement: { notes: ['a[U+202E]b', '[U+0000]'] } });
});

const refused: [what: string, content: unknown, sentence: RegExp][] = [
  ['an empty file', '  \n', /is empty\./],
  ['text', 'Growing: 264 B per call.', /is not JSON\. Save what .* --json” prints, and nothing else\.$/],
  ['half a file', '{"verdict": {', /is not JSON\./],
  ['bytes', '\u0000\u0001', /is not JSON\./],
  ['a list', '[]', /no report of leaklab: it has no verdict\./],
  ['null', 'null', /no report of leaklab/],
  ['another JSON', '{"unit": "request", "contract": {}}', /no report of leaklab/],
  ['a verdict of none', '{"verdict": null}', /no report of leaklab/],
  ['a verdict that is not ours', '{"verdict": {"kind": 3}}', /no report of leaklab/],
  ['too large', ' '.repeat(5_000_001), /is larger than 5 MB, which no report of leaklab is\.$/],
  [
    'an older one',
    without(judgement, 'reads'),
    /has no field reads\. An older leaklab wrote it; judge again/,
  ],
  [
    'an older verdict',
    { ...judgement, verdict: without(bounded, 'trickle') },
    /has no field verdict\.trickle\. An older/,
  ],
  [
    'a newer one',
    { ...judgement, weather: 1 },
    /has a field that this page does not know: weather\. A newer leaklab wrote it/,
  ],
  [
    'a newer verdict',
    { ...judgement, verdict: { ...growing, mood: 1 } },
    /does not know: verdict\.mood\. A newer leaklab/,
  ],
  [
    'a newer kind of verdict',
    { ...judgement, verdict: { ...growing, kind: 'fading' } },
    /has a verdict\.kind that this page does not know: “fading”\. A newer/,
  ],
  [
    'a wrong value',
    { ...judgement, verdict: { ...growing, units: 'many' } },
    /has a value at verdict\.units that a report does not have there/,
  ],
  [
    'a wrong read',
    { ...judgement, reads: [...judgement.reads, { units: 1, bytes: 2, rung: -1 }] },
    /has a value at reads\[1\]\.rung that/,
  ],
  [
    'too many reads',
    { ...judgement, reads: Array.from({ length: 5_001 }, () => ({ units: 1, bytes: 1, rung: 0 })) },
    /has 5,001 reads of the meter\. A report has at most 5,000\.$/,
  ],
];

test.each(refused.map(([what, content, sentence]) => ({ what, content, sentence })))(
  'refuses $what in a sentence that names the file',
  ({ content, sentence }) => {
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    const result = readReport('a\u202eb.json', bytesOf(text));
    const said = result.kind === 'refused' ? result.sentence : '';
    expect(said).toMatch(/^“a\[U\+202E\]b\.json” /);
    expect(said).toMatch(sentence);
  },
);
