import { words } from '#words/outcomes';
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
      return at ? go(words.next.lookWhereItCame, at) : null;
    case 'observed':
      if (at) return go(words.next.lookWhereFirstFailed, at);
      return { words: words.next.haveItJudged, act: { kind: 'check' }, label: words.next.check };
    case 'growing':
    case 'over-budget':
      return afterGrowth(standing);
    case 'bounded':
      if (standing.claim === 'open')
        return {
          words: words.next.claim,
          act: { kind: 'open', file: 'diagnose.py' },
          label: words.next.open('diagnose.py'),
        };
      if (standing.claim === 'made')
        return {
          words: words.next.proved,
          act: { kind: 'read', stage: 'compare' },
          label: words.next.readOn,
        };
      if (!standing.comparable) return null;
      return inLesson
        ? {
            words: words.next.setBeside,
            act: { kind: 'read', stage: 'compare' },
            label: words.next.readOn,
          }
        : {
            words: words.next.setBeside,
            act: { kind: 'compare' },
            label: words.next.compare,
          };
    case 'inconclusive':
      return {
        words: words.next.anotherSeed,
        act: { kind: 'check' },
        label: words.next.checkAgain,
      };
    case 'diagnosed':
      if (outcome.diagnosis.complete && standing.claim !== 'none')
        return { words: words.next.haveItProved, act: { kind: 'check' }, label: words.next.check };
      return outcome.diagnosis.complete
        ? {
            words: words.next.change,
            act: { kind: 'open', file: standing.editable[0] ?? '' },
            label: words.next.open(standing.editable[0] ?? ''),
          }
        : {
            words: words.next.lookCloser,
            act: { kind: 'open', file: 'diagnose.py' },
            label: words.next.open('diagnose.py'),
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
      words: words.next.findHolder,
      act: { kind: 'open', file: 'diagnose.py' },
      label: words.next.open('diagnose.py'),
    };
  const frames = explanation.allocations.map(({ frame }) => frame).reverse();
  const at = lineIn(frames, editable);
  return at
    ? go(words.next.follow, at)
    : { words: words.next.seeKept, act: { kind: 'evidence' }, label: words.next.goToEvidence };
}

function go(sentence: string, { file, line }: Frame): NextStep {
  return { words: sentence, act: { kind: 'go', file, line }, label: words.next.goTo(`${file}:${line}`) };
}

function lineIn(frames: readonly Frame[], editable: readonly string[]): Frame | null {
  return frames.findLast(({ file }) => editable.includes(file)) ?? null;
}
