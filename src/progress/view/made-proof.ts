import { words } from '#words/progress';
import { strToU8, zipSync } from 'fflate';
import { learnersFiles, startingFiles, type LessonProgram } from '../../proof/program-file.ts';
import { changedOf, makeProof, startOf, writeProof, type Proof } from '../../proof/proof-file.ts';
import type { Proved } from './proved.ts';

/** The proof of a lesson, from what is kept of it and the program as the site has it now. Throws a sentence. */
export async function madeProof(
  { slug, title, run, lessonVersion }: Proved,
  name: string,
  base: string,
): Promise<Proof> {
  if (run.outcome?.kind !== 'bounded') throw new Error(words.proofs.notBounded(title));
  if (!isSecureContext) throw new Error(words.proofs.notSecure);
  const answer = await fetch(`${base}proof/programs/${slug}.json`).catch(() => null);
  if (!answer?.ok) throw new Error(words.proofs.notLoaded);
  const lesson = (await answer.json()) as LessonProgram;
  if (lesson.lesson.version !== lessonVersion) throw new Error(words.proofs.changed(title));
  const { sentence, units, detectionLimit, seed } = run.outcome;
  return makeProof({
    lesson: slug,
    lessonVersion,
    sandbox: lesson.sandbox,
    start: await startOf(startingFiles(lesson)),
    name,
    madeAt: new Date(run.endedAt).toISOString(),
    files: changedOf(learnersFiles(lesson), run.texts),
    verdict: { sentence, units, detectionLimit, seed },
  });
}

/** A file for each lesson. */
export function zippedProofs(proofs: readonly Proof[]): Uint8Array<ArrayBuffer> {
  const files = proofs.map((proof) => [`leaklab-proof-${proof.lesson}.json`, strToU8(writeProof(proof))]);
  return zipSync(Object.fromEntries(files) as Record<string, Uint8Array>, { level: 9 });
}
