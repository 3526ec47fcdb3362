import { describe, expect, test } from 'vitest';
import { pathOf, readPaths, type PathLesson } from '../../../src/course/paths.ts';
import { told } from '../../../src/course/problem.ts';

const lesson = (slug: string, position: number, needs: string[] = []): PathLesson => ({
  slug,
  title: `Lesson ${slug}`,
  minutes: 20,
  needs,
  position,
});
const lessons = [lesson('one', 1), lesson('two', 2, ['one']), lesson('three', 3, ['one', 'two'])];
const file = 'content/paths/01-short.yaml';
const head = 'title: Short\nfor: You.\nafterwards: [See it.]\n';
const read = (steps: string, more = '') => readPaths({ [file]: `${head}${more}steps:\n${steps}` }, lessons);
const problemsOf = (steps: string, more = '') => read(steps, more).problems.map(told);

describe('a path', () => {
  test('has its steps in the order of its file, and its minutes from the lessons or from the step', () => {
    const { paths, problems } = read(
      '- { lesson: two, why: First. }\n- { lesson: three, why: Second., stages: [symptom, transfer], minutes: 7 }\n',
    );
    expect(problems).toEqual([]);
    const [path] = paths;
    expect(path?.steps.map(({ lesson: { slug }, from, minutes }) => [slug, from, minutes])).toEqual([
      ['two', 0, 20],
      ['three', 20, 7],
    ]);
    expect(path).toMatchObject({ id: 'short', minutes: 27 });
    expect(path?.steps.map(({ stages }) => stages)).toEqual([null, ['symptom', 'transfer']]);
    expect(path?.before.map(({ slug }) => slug)).toEqual(['one']);
  });

  test('may have a part of a lesson behind one that builds on it, which its reader has done before then', () => {
    const { paths, problems } = read(
      '- { lesson: two, why: First. }\n- { lesson: one, why: Cost., stages: [transfer], minutes: 5 }\n',
    );
    expect(problems).toEqual([]);
    expect(paths[0]?.before.map(({ slug }) => slug)).toEqual(['one']);
  });

  test.each([
    [
      'a lesson that is not there',
      '- { lesson: five, why: It. }',
      'steps[0].lesson: there is no lesson "five"',
    ],
    [
      'a lesson twice',
      '- { lesson: one, why: It. }\n- { lesson: one, why: It. }',
      'steps[1].lesson: is a step already, steps[0]; a path has each lesson once.',
    ],
    [
      'a lesson before one that it builds on',
      '- { lesson: two, why: It. }\n- { lesson: one, why: It. }',
      'steps[0].lesson: builds on "one", which comes later, in steps[1]; put that first.',
    ],
    [
      'minutes for a whole lesson',
      '- { lesson: one, why: It., minutes: 5 }',
      'steps[0].minutes: is for a step with stages; take it out: the lesson takes 20 minutes.',
    ],
    [
      'stages without minutes',
      '- { lesson: one, why: It., stages: [fix] }',
      'steps[0].minutes: is missing; say how long these stages take (the whole lesson takes 20).',
    ],
    [
      'more minutes for a part than for the whole',
      '- { lesson: one, why: It., stages: [fix], minutes: 20 }',
      'steps[0].minutes: must be below 20, which the whole lesson takes.',
    ],
    [
      'stages out of order',
      '- { lesson: one, why: It., stages: [fix, observe], minutes: 5 }',
      'steps[0].stages: must stand in their order, each once: observe, fix.',
    ],
    [
      'every stage',
      '- { lesson: one, why: It., stages: [symptom, observe, diagnose, fix, prove, compare, transfer], minutes: 5 }',
      'steps[0].stages: has all of them; take it out: the whole lesson is meant then.',
    ],
    [
      'a stage that no lesson has',
      '- { lesson: one, why: It., stages: [guess], minutes: 5 }',
      'steps[0].stages[0]: must be one of symptom, observe, diagnose, fix, prove, compare, transfer.',
    ],
    ['no reason', '- { lesson: one }', 'steps[0].why: is missing; add it (text).'],
    [
      'a field that there is not',
      '- { lesson: one, why: It., note: x }',
      'steps[0].note: is not a known field; correct its spelling or take it out.',
    ],
    [
      'a question without an answer',
      '- { lesson: one, why: It., ask: [{ question: Why? }] }',
      'steps[0].ask[0].answer: is missing; add it (text).',
    ],
    [
      'a character that turns the text around',
      '- { lesson: one, why: "It.\\u202e" }',
      'steps[0].why: has a character that is not seen; type it anew.',
    ],
  ])('with %s is refused, and the place is named', (_what, steps, problem) => {
    expect(problemsOf(`${steps}\n`)[0]).toContain(`${file}: ${problem}`);
  });

  test('keeps within the minutes that it has promised', () => {
    expect(problemsOf('- { lesson: one, why: It. }\n', 'within: 20\n')).toEqual([]);
    expect(problemsOf('- { lesson: one, why: It. }\n', 'within: 19\n')[0]).toContain(
      'within: is 19, and the steps take 20 minutes together',
    );
  });

  test('needs a name with a number, and an address of its own', () => {
    const text = `${head}steps:\n- { lesson: one, why: It. }\n`;
    const files = ['short.yaml', '01-short.yaml', '02-short.yaml', '03-own.yaml'];
    const { paths, problems } = readPaths(
      Object.fromEntries(files.map((name) => [`content/paths/${name}`, text])),
      lessons,
    );
    expect(paths.map(({ id }) => id)).toEqual(['short']);
    expect(problems.map(told)).toEqual([
      'content/paths/02-short.yaml: has the address of another path; rename the file.',
      'content/paths/03-own.yaml: has the address of a page of the site; rename the file.',
      'content/paths/short.yaml: must be called NN-name.yaml, such as 01-on-call.yaml.',
    ]);
  });
});

test('what a path asks of a lesson in part, it does not ask its reader to have done before', () => {
  const steps = [{ lesson: 'three', why: 'It.', stages: ['transfer' as const], minutes: 5 }];
  const { path } = pathOf('p', { title: 'P', for: 'You.', steps, afterwards: ['See.'] }, lessons, 'p.yaml');
  expect(path.before).toEqual([]);
});
