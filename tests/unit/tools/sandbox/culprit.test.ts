import { expect, it } from 'vitest';
import type { Diagnosis, Explanation, Finding } from '../../../../src/runtime/report.ts';
import { culpritOf } from '../../../../tools/sandbox/culprit.ts';

const frame = (file: string, line: number) => ({ file, line, function: 'add', source: 'LOG.append(line)' });
const site = (file: string, line: number, own: boolean) => ({
  frame: frame(file, line),
  own,
  bytesPerUnit: 80,
  blocksPerUnit: 1,
  bytes: 32_000,
  blocks: 400,
  traceback: [],
});
const survivors = (type: string) => ({ type, perUnit: 1, count: 400, cohorts: [400] });
const explanation: Explanation = {
  about: 'growth',
  units: 400,
  allocations: [site('decoder.py', 353, false), site('log.py', 4, true), site('app.py', 9, true)],
  survivors: [survivors('dict'), survivors('Entry')],
  retainers: [
    {
      root: 'log.LOG',
      steps: ['log.LOG', '[]'],
      text: '',
      type: 'str',
      count: 400,
      retainedBytes: 1,
      stored: [],
    },
  ],
  notes: [],
};

/** Grades like a `diagnosis.py` that knows the line, the holder and one type. */
function grader(what: string, heldBy = 'log.LOG') {
  const asked: string[] = [];
  const grade = (text: string): Promise<Diagnosis> => {
    asked.push(text);
    const finding = (part: Finding['part'], answer: string) => ({
      part,
      given: answer,
      right: text.includes(`${part}=${JSON.stringify(answer)}`),
      feedback: '',
    });
    const findings = [finding('where', 'log.py:4'), finding('what', what), finding('held_by', heldBy)];
    return Promise.resolve({ complete: findings.every(({ right }) => right), findings });
  };
  return { asked, grade };
}

it('names the first own line, the first root and the type at the end of its path', async () => {
  const { asked, grade } = grader('str');
  const { culprit, diagnosis } = await culpritOf(explanation, grade);
  expect(asked).toEqual([
    'from leaklab.live import culprit\nculprit(where="log.py:4", what="str", held_by="log.LOG")\n',
  ]);
  expect(diagnosis.complete).toBe(true);
  expect(culprit).toEqual({
    file: 'log.py',
    line: 4,
    source: 'LOG.append(line)',
    type: 'str',
    root: 'log.LOG',
  });
});

it('names a survivor where the end of the path is no right answer', async () => {
  const { culprit, diagnosis } = await culpritOf(explanation, grader('Entry').grade);
  expect([culprit.type, diagnosis.complete]).toEqual(['Entry', true]);
});

it('stays incomplete where no type is right', async () => {
  const { culprit, diagnosis } = await culpritOf(explanation, grader('Order').grade);
  expect([culprit.type, diagnosis.complete]).toEqual(['str', false]);
});

it('does not look for a type where the holder is wrong', async () => {
  const { asked, grade } = grader('Entry', 'app.SEEN');
  expect((await culpritOf(explanation, grade)).diagnosis.complete).toBe(false);
  expect(asked).toHaveLength(1);
});

it.each([
  { ...explanation, allocations: [] },
  { ...explanation, retainers: [] },
])('has nothing to name without a line or a path', async (without) => {
  await expect(culpritOf(without, grader('str').grade)).rejects.toThrow(
    'no line of its own files, or no path',
  );
});
