import { expect, test } from 'vitest';
import { fragmentOf, proofIn } from '../../../src/proof/link.ts';
import { changedOf, makeProof, readProof, startOf, writeProof } from '../../../src/proof/proof-file.ts';

const made = await makeProof({
  lesson: 'library-loans',
  lessonVersion: 1,
  sandbox: 'library-loans',
  start: await startOf({ 'ledger.py': 'LOANS = []\n', 'check.py': '' }),
  name: 'Ada “λ” Núñez',
  madeAt: '2026-11-27T10:00:00.000Z',
  files: { 'ledger.py': 'LOANS = [\n    "\u{1f40d}"\n]\n' },
  verdict: {
    sentence: 'Bounded: no growth above 0.12 B per loan over 3,200 loans, 2 kB kept.',
    units: 3200,
    detectionLimit: 0.123456,
    seed: 4,
  },
});
const text = writeProof(made);

test('what was written is read, and its seal fits; so is what came by a link', async () => {
  expect(await readProof('ada.json', text)).toEqual({ kind: 'proof', proof: made, sealed: true });
  const carried = proofIn(fragmentOf(made));
  expect(await readProof('The link', carried ?? '')).toEqual({ kind: 'proof', proof: made, sealed: true });
  expect(made.verdict.detectionLimit).toBe(0.1235);
});

test.each([
  ['its name', { ...made, name: 'Bob' }],
  ['its day', { ...made, madeAt: '2026-11-26T10:00:00.000Z' }],
  ['its verdict', { ...made, verdict: { ...made.verdict, detectionLimit: 0.1 } }],
  ['its fix', { ...made, files: { 'ledger.py': 'LOANS = []\n' } }],
  ['what it was made in', { ...made, start: '0'.repeat(64) }],
])('a proof of which %s was changed is no longer sealed', async (_, changed) => {
  expect(await readProof('ada.json', JSON.stringify(changed))).toMatchObject({
    kind: 'proof',
    sealed: false,
  });
});

test.each([
  ['', 'is not JSON. Open a file that the page of your progress has saved.'],
  ['[]', 'is JSON, but no proof of Leaklab.'],
  ['null', 'is JSON, but no proof of Leaklab.'],
  [text.slice(0, 200), 'is not JSON.'],
  [JSON.stringify({ ...made, kind: 'leaklab progress' }), 'is JSON, but no proof of Leaklab.'],
  [JSON.stringify({ ...made, version: 2 }), 'was made by a newer Leaklab.'],
  [JSON.stringify({ ...made, lesson: '../../etc' }), 'has no lesson as a proof has it.'],
  [JSON.stringify({ ...made, name: '' }), 'has no name as a proof has it.'],
  [JSON.stringify({ ...made, name: 'a'.repeat(81) }), 'has no name as a proof has it.'],
  [JSON.stringify({ ...made, name: 'Ada\u202eadA' }), 'has a name with signs in it that nobody sees.'],
  [JSON.stringify({ ...made, files: { '../app.py': '' } }), 'has no files.../app.py as a proof has it.'],
  [JSON.stringify({ ...made, files: { 'app.py': 1 } }), 'has no files.app.py as a proof has it.'],
  [JSON.stringify({ ...made, madeAt: 'yesterday' }), 'has no madeAt as a proof has it.'],
  [
    JSON.stringify({ ...made, verdict: { ...made.verdict, units: 'many' } }),
    'has no verdict.units as a proof has it.',
  ],
  [JSON.stringify({ ...made, more: 1 }), 'has no fields as a proof has it.'],
  [`"${'x'.repeat(600_000)}"`, 'is larger than any proof.'],
])('%.60s is refused with a sentence', async (hostile, sentence) => {
  const read = await readProof('it.json', hostile);
  expect(read).toMatchObject({ kind: 'refused' });
  expect(read.kind === 'refused' && read.sentence).toContain(`“it.json” ${sentence}`);
});

test.each(['#proof=', '#proof=%%%', `#proof=${fragmentOf(made).slice(7, 90)}`])(
  'the address %s carries nothing that can be read',
  (hash) => {
    expect(proofIn(hash)).toBe('');
  },
);

test('another address carries no proof', () => {
  expect(proofIn('#code=abc')).toBeNull();
});

test('only what differs from the start, and was there, is a fix', () => {
  expect(changedOf({ 'a.py': '1', 'b.py': '2' }, { 'a.py': '1', 'b.py': '3', 'c.py': '4' })).toEqual({
    'b.py': '3',
  });
});
