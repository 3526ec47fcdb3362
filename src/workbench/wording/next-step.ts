import type { Outcome } from '../../runtime/protocol.ts';
import type { Explanation, Frame, PythonError } from '../../runtime/report.ts';
import type { Claim } from '../session/stages.ts';

/** What can be done about a run, as a button: go to a line or a file, or press what stands elsewhere on the page. */
export type NextAct =
  | { kind: 'go'; file: string; line: number }
  | { kind: 'open'; file: string }
  | { kind: 'check' }
  | { kind: 'compare' }
  | { kind: 'evidence' }
  | { kind: 'read'; stage: 'compare' };
export type NextStep = { words: string; act: NextAct; label: string };

export type Standing = {
  task: 'observe' | 'diagnose' | 'check' | 'trial';
  outcome: Outcome;
  error: PythonError | null;
  explanation: Explanation | null;
  /** Whether the evidence is in sight, or waits behind its button. */
  evidenceOpen: boolean;
  inLesson: boolean;
  /** Whether there is anything to set the learner's own beside. */
  comparable: boolean;
  claim: Claim;
  /** Names of the files that the learner may edit, `diagnose.py` last. */
  editable: readonly string[];
};

/** One step after a run of the learner's own, or none: a short sentence, and what is pressed for it. */
export function nextStep(standing: Standing): NextStep | null {
  const { task, outcome, error, inLesson } = standing;
  if (task === 'trial') return null;
  const at = error && lineIn(error.frames, standing.editable);
  switch (outcome.kind) {
    case 'broken':
    case 'crashed':
      return at ? go('Look at the line that it came from.', at) : null;
    case 'observed':
      if (at) return go('Look at the line where the first one failed.', at);
      return { words: 'Have it judged.', act: { kind: 'check' }, label: 'Check it' };
    case 'growing':
    case 'over-budget':
      return afterGrowth(standing);
    case 'bounded':
      if (standing.claim === 'open')
        return {
          words: 'Say what you claim of it, then have that proved.',
          act: { kind: 'open', file: 'diagnose.py' },
          label: 'Open diagnose.py',
        };
      if (standing.claim === 'made')
        return {
          words: 'That is your proof. See what others change in it.',
          act: { kind: 'read', stage: 'compare' },
          label: 'Read on',
        };
      if (!standing.comparable) return null;
      return inLesson
        ? {
            words: 'Set yours beside the other ways to do it.',
            act: { kind: 'read', stage: 'compare' },
            label: 'Read on',
          }
        : {
            words: 'Set yours beside the other ways to do it.',
            act: { kind: 'compare' },
            label: 'Compare them',
          };
    case 'inconclusive':
      return {
        words: 'Another seed may tell.',
        act: { kind: 'check' },
        label: 'Check again',
      };
    case 'diagnosed':
      if (outcome.diagnosis.complete && standing.claim !== 'none')
        return { words: 'Now have it proved.', act: { kind: 'check' }, label: 'Check it' };
      return outcome.diagnosis.complete
        ? {
            words: 'Now change what keeps it.',
            act: { kind: 'open', file: standing.editable[0] ?? '' },
            label: `Open ${standing.editable[0] ?? ''}`,
          }
        : {
            words: 'Look closer, and say more.',
            act: { kind: 'open', file: 'diagnose.py' },
            label: 'Open diagnose.py',
          };
    case 'costly':
    case 'explained':
    case 'answered':
    case 'stopped':
    case 'timed-out':
    case 'out-of-memory':
    case 'unavailable':
      return null;
    default:
      return outcome satisfies never;
  }
}

function afterGrowth({ evidenceOpen, explanation, editable }: Standing): NextStep | null {
  if (!explanation) return null;
  if (!evidenceOpen)
    return {
      words: 'Find out what keeps it.',
      act: { kind: 'open', file: 'diagnose.py' },
      label: 'Open diagnose.py',
    };
  const frames = explanation.allocations.map(({ frame }) => frame).reverse();
  const at = lineIn(frames, editable);
  return at
    ? go('Follow what is kept from the line that makes it.', at)
    : { words: 'See what is kept.', act: { kind: 'evidence' }, label: 'Go to the evidence' };
}

function go(words: string, { file, line }: Frame): NextStep {
  return { words, act: { kind: 'go', file, line }, label: `Go to ${file}:${line}` };
}

function lineIn(frames: readonly Frame[], editable: readonly string[]): Frame | null {
  return frames.findLast(({ file }) => editable.includes(file)) ?? null;
}
