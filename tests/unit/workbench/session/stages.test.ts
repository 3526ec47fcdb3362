import { describe, expect, it } from 'vitest';
import type { Stage } from '../../../../src/progress/reached.ts';
import type { Outcome } from '../../../../src/runtime/protocol.ts';
import { stagesReached } from '../../../../src/workbench/session/stages.ts';
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
    expect(stagesReached({ task: 'check', outcome })).toEqual(stages);
  });

  it('of a reference proves nothing of the learner’s', () => {
    expect(stagesReached({ task: 'trial', outcome: bounded })).toEqual([]);
  });
});
