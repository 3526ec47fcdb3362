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
  if (run.outcome?.kind !== 'bounded') throw new Error(`${title} has no check that came out bounded.`);
  if (!isSecureContext)
    throw new Error(
      'A proof is sealed, and a browser does that only on a page that came by HTTPS or from this machine.',
    );
  const answer = await fetch(`${base}proof/programs/${slug}.json`).catch(() => null);
  if (!answer?.ok)
    throw new Error('The lesson’s program could not be loaded. Are you offline? Try once more.');
  const lesson = (await answer.json()) as LessonProgram;
  if (lesson.lesson.version !== lessonVersion)
    throw new Error(`${title} has changed since you proved it. Check your fix there once more.`);
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
