import { describe, expect, it } from 'vitest';
import type { Stage } from '../../../../src/progress/reached.ts';
import type { Outcome } from '../../../../src/runtime/protocol.ts';
import { claimOf, stagesReached } from '../../../../src/workbench/session/stages.ts';
import { bounded, growing } from '../../../component/states/outcomes.ts';

const failing = (count: number) => ({ count, units: 1100, reason: 'KeyError: 1', detail: '', error: null });

describe('a run', () => {
  it.each<[string, Outcome, Stage[]]>([
    ['a run to the end', { kind: 'observed', units: 1000 }, ['observe']],
    ['a run with failures', { kind: 'observed', units: 1000, failures: failing(85) }, ['observe']],
    ['a run of which every unit failed', { kind: 'observed', units: 1000, failures: failing(1100) }, []],
    ['a growing verdict', growing, ['observe']],
    ['a bounded verdict', bounded, ['fix', 'prove']],
    [
      'a diagnosis that is complete',
      { kind: 'diagnosed', diagnosis: { complete: true, findings: [] } },
      ['diagnose'],
    ],
    ['a diagnosis that is not', { kind: 'diagnosed', diagnosis: { complete: false, findings: [] } }, []],
    ['a stop', { kind: 'stopped' }, []],
  ])('reaches the right stages by %s', (_, outcome, stages) => {
    expect(stagesReached({ task: 'check', outcome }, 'none')).toEqual(stages);
  });

  it('of a reference proves nothing of the learner’s', () => {
    expect(stagesReached({ task: 'trial', outcome: bounded }, 'none')).toEqual([]);
  });

  it('proves what is bounded as it stands only after something was claimed of it', () => {
    const reachedWith = (reached: Stage[]) =>
      stagesReached({ task: 'check', outcome: bounded }, claimOf('bounded', true, reached));
    expect(reachedWith(['observe'])).toEqual(['observe']);
    expect(reachedWith(['observe', 'diagnose'])).toEqual(['fix', 'prove']);
  });

  it.each([
    ['what grows as it stands', 'growing', true],
    ['a sandbox without a lesson', 'bounded', false],
    ['an own program', undefined, false],
  ] as const)('asks for no claim about %s', (_, verdict, inLesson) => {
    expect(claimOf(verdict, inLesson, [])).toBe('none');
  });
});
