import { describe, expect, test } from 'vitest';
import { nextStep, type Standing } from '../../../../src/workbench/wording/next-step.ts';
import { found } from '../../../component/states/explanations.ts';
import {
  bounded,
  broken,
  crashed,
  diagnosed,
  errorAt,
  growing,
  outcomes,
} from '../../../component/states/outcomes.ts';

const standing: Standing = {
  task: 'check',
  outcome: growing,
  error: null,
  explanation: found,
  evidenceOpen: true,
  inLesson: true,
  comparable: true,
  claim: 'none',
  editable: ['app.py', 'diagnose.py'],
};

describe('the next step', () => {
  test.each<[what: string, change: Partial<Standing>, label: string | undefined]>([
    ['of growth whose cause is the learner’s to find', { evidenceOpen: false }, 'Open diagnose.py'],
    ['of growth with its evidence', {}, 'Go to app.py:3'],
    ['of a proof in a lesson', { outcome: bounded }, 'Read on'],
    ['of a proof in a sandbox', { outcome: bounded, inLesson: false }, 'Compare them'],
    ['of a proof of one’s own program', { outcome: bounded, inLesson: false, comparable: false }, undefined],
    ['of a proof of what was claimed', { outcome: bounded, claim: 'made' }, 'Read on'],
    ['of a verdict before the claim', { outcome: bounded, claim: 'open' }, 'Open diagnose.py'],
    [
      'of a claim that holds so far',
      {
        task: 'diagnose',
        claim: 'made',
        outcome: { kind: 'diagnosed', diagnosis: { complete: true, findings: [] } },
      },
      'Check it',
    ],
    ['of a crash', { outcome: crashed, error: errorAt(['app.py', 2], ['app.py', 7]) }, 'Go to app.py:7'],
    [
      'of a crash in a file that cannot be changed',
      { outcome: crashed, error: errorAt(['x.py', 7]) },
      undefined,
    ],
    ['of a broken promise without a line', { outcome: broken, error: broken.error }, undefined],
    ['of a run', { task: 'observe', outcome: { kind: 'observed', units: 9 } }, 'Check it'],
    [
      'of a run with failures',
      { task: 'observe', outcome: { kind: 'observed', units: 9 }, error: errorAt(['app.py', 4]) },
      'Go to app.py:4',
    ],
    ['of a diagnosis that does not name all', { task: 'diagnose', outcome: diagnosed }, 'Open diagnose.py'],
    [
      'of a diagnosis that does',
      { task: 'diagnose', outcome: { kind: 'diagnosed', diagnosis: { complete: true, findings: [] } } },
      'Open app.py',
    ],
    ['of a reference that was tried', { task: 'trial' }, undefined],
  ])('%s', (_, change, label) => {
    expect(nextStep({ ...standing, ...change })?.label).toBe(label);
  });

  test('is one short sentence for every outcome that has one', () => {
    const words = outcomes.flatMap((outcome) => nextStep({ ...standing, outcome })?.words ?? []);
    for (const claim of ['open', 'made'] as const)
      words.push(nextStep({ ...standing, outcome: bounded, claim })?.words ?? '');
    expect(words.filter((one) => one.length > 60 || !one.endsWith('.'))).toEqual([]);
  });
});
