import { words } from '#words/proof';
import type { Client, Stack } from '../runtime/client.ts';
import type { Outcome, Signal } from '../runtime/protocol.ts';
import { foreignFile, provenProgram, startingFiles, type LessonProgram } from './program-file.ts';
import { startOf, type Proof } from './proof-file.ts';

/** What came of measuring a proof again. */
export type Found =
  /** The proof holds for this site when `sameStart` is true too. */
  | { kind: 'holds'; outcome: Outcome; sameStart: boolean }
  | { kind: 'fails'; outcome: Outcome; sameStart: boolean }
  /** It could not be measured, which says nothing of it. */
  | { kind: 'open'; reason: string };

export type Measuring = {
  /** Null for a lesson that this site does not have. Throws what kept it from coming. */
  programOf(lesson: string): Promise<LessonProgram | null>;
  open(stack: Stack): Promise<Client>;
  /** Units of load so far, of the check that runs. */
  onUnits(units: number): void;
};

/** Judges the fix as its lesson does. Never throws. */
export async function measureAgain(proof: Proof, { programOf, open, onUnits }: Measuring): Promise<Found> {
  try {
    const lesson = await programOf(proof.lesson);
    if (lesson?.sandbox !== proof.sandbox)
      return { kind: 'open', reason: words.unmeasured.noLesson(proof.lesson) };
    const foreign = foreignFile(proof, lesson);
    if (foreign !== null) return { kind: 'open', reason: words.unmeasured.foreignFile(foreign) };
    const client = await open(lesson.stack);
    try {
      const sameStart = (await startOf(startingFiles(lesson))) === proof.start;
      const outcome = await judged(client, proof, lesson, onUnits);
      if (outcome.kind === 'unavailable') return { kind: 'open', reason: outcome.reason };
      if (outcome.kind === 'stopped') return { kind: 'open', reason: words.unmeasured.stopped };
      return { kind: outcome.kind === 'bounded' ? 'holds' : 'fails', outcome, sameStart };
    } finally {
      client.dispose();
    }
  } catch {
    return { kind: 'open', reason: words.unmeasured.notLoaded };
  }
}

/** The verdict; where there is nothing to fix, what comes of the claim first. */
async function judged(
  client: Client,
  proof: Proof,
  lesson: LessonProgram,
  onUnits: (units: number) => void,
): Promise<Outcome> {
  const program = provenProgram(proof, lesson);
  const hear = (signal: Signal) => {
    if (signal.kind === 'read') onUnits(signal.read.units);
  };
  if (lesson.verdict === 'bounded') {
    const claimed = await client.execute({ kind: 'diagnose', program, seed: 1 }, hear);
    if (claimed.kind !== 'diagnosed' || !claimed.diagnosis.complete) return claimed;
  }
  return (await client.check(program, hear)).outcome;
}
