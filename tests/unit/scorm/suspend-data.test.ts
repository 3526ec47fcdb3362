import { describe, expect, it, test } from 'vitest';
import { STAGES } from '../../../src/progress/reached.ts';
import type { Kept } from '../../../src/progress/schema.ts';
import { decodeProgress, encodeProgress } from '../../../src/scorm/suspend-data.ts';
import { keptOf, lessonOf } from './lessons.ts';

const ROOM = 4_096;
const LESSONS = [lessonOf('line-or-plateau'), lessonOf('who-holds-it'), lessonOf('task-set')];
const CHANGED = { 'diagnose.py': 'import gc\nprint(len(gc.get_objects()))  # ünï 🐍\n' };

function encoded(kept: Record<string, Kept>, room = ROOM, last = '') {
  return encodeProgress(LESSONS, (slug) => kept[slug], room, last);
}

/** Text that no packing makes shorter. */
function noise(characters: number): string {
  let state = 7;
  const next = () => (state = (state * 48_271) % 2_147_483_647);
  return Array.from({ length: characters }, () => String.fromCharCode(33 + (next() % 90))).join('');
}

describe('progress in suspend_data', () => {
  it('comes back as it was, without what was set aside', () => {
    const kept = {
      'line-or-plateau': keptOf({
        reached: ['symptom', 'observe', 'transfer'],
        files: { ...CHANGED, 'app.py': 'def handler_0(request): return None\n' },
        setAside: { 'app.py': 'older' },
        opened: ['predict-1-b', 'hint-2'],
        seconds: { k3n2: 260 },
        deployment: { mebibytes: 512, perSecond: 2.5 },
      }),
      'task-set': keptOf({ lessonVersion: 1, reached: [...STAGES] }),
    };
    const { text, leftOut } = encoded(kept);
    expect(leftOut).toEqual({ program: [], scratch: [], notes: false });
    expect(decodeProgress(LESSONS, text)).toEqual({
      kind: 'progress',
      lost: null,
      lessons: {
        'line-or-plateau': { ...kept['line-or-plateau'], setAside: {} },
        'task-set': { ...kept['task-set'], seconds: undefined },
      },
    });
  });

  it('is made of characters that no LMS escapes', () => {
    const { text } = encoded({ 'who-holds-it': keptOf({ files: CHANGED, opened: ['a:ü', '<&>'] }) });
    expect(text).toMatch(/^[A-Za-z0-9._~-]+$/);
  });

  it('leaves out scratchpads before programs, the longest first and never a stage, and says which', () => {
    const kept = {
      'line-or-plateau': keptOf({ reached: [...STAGES], files: { 'diagnose.py': noise(2_000) } }),
      'who-holds-it': keptOf({ reached: ['observe'], files: CHANGED, opened: ['hint-1'] }),
      'task-set': keptOf({ reached: ['symptom'], files: { 'app.py': noise(2_000) } }),
    };
    const { text, leftOut } = encoded(kept, ROOM, 'line-or-plateau');
    expect(text.length).toBeLessThanOrEqual(ROOM);
    expect(leftOut).toEqual({ program: [], scratch: ['line-or-plateau'], notes: false });
    expect(decodeProgress(LESSONS, text)).toMatchObject({
      lessons: {
        'line-or-plateau': { reached: [...STAGES], files: {} },
        'who-holds-it': { files: CHANGED, opened: ['hint-1'] },
        'task-set': { files: kept['task-set'].files },
      },
    });
  });

  it.each(['app.py', 'diagnose.py'])(
    'keeps the %s of the lesson that was opened last before others',
    (name) => {
      const files = { [name]: noise(2_600) };
      const kept = { 'line-or-plateau': keptOf({ files }), 'task-set': keptOf({ files }) };
      const leftOut = (last: string) => Object.values(encoded(kept, ROOM, last).leftOut).flat();
      expect(leftOut('line-or-plateau')).toEqual(['task-set', false]);
      expect(leftOut('task-set')).toEqual(['line-or-plateau', false]);
    },
  );

  it('leaves out what was opened before it leaves out code', () => {
    const { leftOut } = encoded(
      { 'who-holds-it': keptOf({ files: CHANGED, opened: [noise(1_600)] }) },
      1_000,
    );
    expect(leftOut).toEqual({ program: [], scratch: [], notes: true });
  });

  it('keeps the stages of a hundred lessons in the room of 1.2', () => {
    const many = Array.from({ length: 100 }, (_, index) => lessonOf(`a-lesson-with-a-name-${index}`));
    const { text } = encodeProgress(many, () => keptOf({ reached: [...STAGES] }), ROOM, '');
    expect(text.length).toBeLessThanOrEqual(ROOM);
    expect(decodeProgress(many, text)).toMatchObject({ kind: 'progress', lost: null });
  });

  it('brings back the stages where the program is another now, and says that code is missing', () => {
    const other = [lessonOf('who-holds-it', { start: { 'app.py': 'another' } })];
    const code = encoded({
      'who-holds-it': keptOf({
        reached: ['fix'],
        files: { 'app.py': (LESSONS[0]?.start['app.py'] ?? '').replace('0', '1') },
      }),
    });
    expect(decodeProgress(other, code.text)).toMatchObject({
      kind: 'progress',
      lessons: { 'who-holds-it': { reached: ['fix'], files: {} } },
      lost: expect.stringContaining('some code may be missing') as string,
    });
  });

  it('reads what is left of it where an LMS has cut it', () => {
    const { text } = encoded({ 'who-holds-it': keptOf({ reached: ['observe'], files: CHANGED }) });
    expect(decodeProgress(LESSONS, text.slice(0, -12))).toMatchObject({
      kind: 'progress',
      lessons: { 'who-holds-it': { reached: ['observe'] } },
      lost: expect.stringContaining('could not be read') as string,
    });
  });

  it('leaves lessons alone that the package does not have', () => {
    const { text } = encoded({ 'who-holds-it': keptOf({ reached: ['observe'], files: CHANGED }) });
    expect(decodeProgress([lessonOf('sizes')], text)).toEqual({ kind: 'progress', lessons: {}, lost: null });
  });
});

test.each(['', ' ', '\n'])('nothing is kept yet: %j', (text) => {
  expect(decodeProgress(LESSONS, text)).toEqual({ kind: 'nothing' });
});

const whole = encoded({ 'who-holds-it': keptOf({ reached: ['observe'], files: CHANGED }) }).text;
test.each([
  ['of a later version', whole.replace('leaklab.1', 'leaklab.2')],
  ['of another package', '{"bookmark":"slide_12","v":3}'],
  ['of another kind of leaklab', 'leaklab.x~who-holds-it.2.7f~Z'],
  ['without its head', whole.slice(10)],
  ['cut in its first lesson', whole.slice(0, 20)],
  ['of one character', '~'],
  ['null', 'null'],
  ['undefined', 'undefined'],
  ['JSON of our own progress file', '{"kind":"leaklab progress","version":1,"lessons":{},"runs":[]}'],
  ['markup', '<img src=x onerror=alert(1)>'],
  ['of a prototype', 'leaklab.1~__proto__.1.7f~C.0.AAAA~Z'],
  ['of bits that are none', 'leaklab.1~who-holds-it.1.zz~Z'],
  ['of a version without end', `leaklab.1~who-holds-it.${'9'.repeat(400)}.7f~Z`],
  ['of code before any lesson', 'leaklab.1~C.0.eJwDAAAAAAE~Z'],
  ['of notes that are none', 'leaklab.1~N.AAAA~Z'],
  ['a million tildes', '~'.repeat(1_000_000)],
  ['a million letters', 'leaklab.1'.repeat(111_111)],
])('what is %s starts anew, with a sentence', (_, text) => {
  expect(decodeProgress(LESSONS, text)).toEqual({
    kind: 'refused',
    sentence: expect.stringMatching(/^What the LMS kept .* This visit starts anew; .*\.$/) as string,
  });
});

test.each([
  ['code that is no code', 'leaklab.1~who-holds-it.2.7f~C.0.AAAAAAAA~Z'],
  ['code of a lesson that is not there', 'leaklab.1~who-holds-it.2.7f~C.7.AAAAAAAA~Z'],
  ['notes of a lesson that is not there', 'leaklab.1~who-holds-it.2.7f~N.eJyLjjbQMdCJVtJRqgVSsQAhzQRx~Z'],
  ['a part of no kind', 'leaklab.1~who-holds-it.2.7f~Q.0.x~Z'],
])('%s does not keep the stages from being read', (_, text) => {
  expect(decodeProgress(LESSONS, text)).toMatchObject({
    kind: 'progress',
    lessons: { 'who-holds-it': { reached: [...STAGES], files: {} } },
  });
});
