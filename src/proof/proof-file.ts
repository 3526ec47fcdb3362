import { words } from '#words/proof';
import * as z from 'zod/mini';
import { hasUnseen, shown } from '../own/refused.ts';

/** What a learner fixed and what a check said of it, so that anybody can measure it again. */
const Proof = z.strictObject({
  kind: z.literal('leaklab proof'),
  version: z.int(),
  /** Slug and version of the lesson, and the id of its sandbox. */
  lesson: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,79}$/)),
  lessonVersion: z.int(),
  sandbox: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,79}$/)),
  /** Of the program and its checks as the lesson had them: see `startOf`. */
  start: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  /** What the learner chose to be called. */
  name: z.string().check(z.minLength(1), z.maxLength(80)),
  madeAt: z.string().check(z.regex(/^\d{4}-\d\d-\d\dT[\d:.]{5,12}Z$/)),
  /** The learner's files that differ from the start. */
  files: z.record(z.string().check(z.regex(/^[A-Za-z_]\w{0,59}\.py$/)), z.string()),
  verdict: z.strictObject({
    sentence: z.string().check(z.maxLength(500)),
    units: z.int(),
    /** In bytes per unit. */
    detectionLimit: z.number(),
    seed: z.int(),
  }),
  seal: z.string(),
});
export type Proof = z.infer<typeof Proof>;

/** `sealed`: nothing of it was changed since it was made, as far as who made it did not seal it anew. */
export type ReadProof =
  { kind: 'proof'; proof: Proof; sealed: boolean } | { kind: 'refused'; sentence: string };

export const VERSION = 1;
/** The largest program of a lesson has some 20 kB. */
export const MOST_BYTES = 500_000;
/** A limit below that is told as it: other languages write smaller numbers in other ways. */
const LIMIT_DIGITS = 4;

/** A proof of what was fixed and judged, sealed. */
export async function makeProof(made: Omit<Proof, 'kind' | 'version' | 'seal'>): Promise<Proof> {
  const detectionLimit = Number(made.verdict.detectionLimit.toFixed(LIMIT_DIGITS));
  const verdict = { ...made.verdict, detectionLimit };
  const proof = { kind: 'leaklab proof', version: VERSION, ...made, verdict, seal: '' } as const;
  return { ...proof, seal: await sealOf(proof) };
}

export function writeProof(proof: Proof): string {
  return `${JSON.stringify(proof, null, 2)}\n`;
}

/** What `writeProof` wrote, or a sentence on why it is none. `name` is the file's, or says that it came with a link. */
export async function readProof(name: string, text: string): Promise<ReadProof> {
  const file = shown(name);
  const { refused: why } = words;
  if (text.length > MOST_BYTES) return refused(why.tooLarge(file));
  const value = jsonOf(text);
  if (value === undefined) return refused(why.notJson(file));
  if (!isProof(value)) return refused(why.noProof(file));
  if (typeof value.version === 'number' && value.version > VERSION) return refused(why.newer(file));
  const read = Proof.safeParse(value);
  if (!read.success) return refused(why.misfit(file, read.error.issues[0]?.path.join('.') ?? ''));
  const proof = read.data;
  if (!proof.name.isWellFormed() || hasUnseen(proof.name)) return refused(why.unseen(file));
  return { kind: 'proof', proof, sealed: (await sealOf(proof)) === proof.seal };
}

/** The digest of a program as a lesson has it, by which a proof knows what it was made in; in hex. */
export async function startOf(files: Readonly<Record<string, string>>): Promise<string> {
  return sha256(JSON.stringify(inOrder(files)));
}

/** The files of `now` that are not as they were at the `start`. */
export function changedOf(
  start: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(now).filter(([name, text]) => name in start && start[name] !== text),
  );
}

/** `leaklab/native/proof.py` makes the same text. */
function sealOf({ kind, version, files, verdict, ...proof }: Proof): Promise<string> {
  const { lesson, lessonVersion, sandbox, start, name, madeAt } = proof;
  const { sentence, units, detectionLimit, seed } = verdict;
  const about = [kind, version, lesson, lessonVersion, sandbox, start, name, madeAt];
  return sha256(JSON.stringify([...about, inOrder(files), sentence, units, detectionLimit, seed]));
}

function inOrder(files: Readonly<Record<string, string>>): [string, string][] {
  return Object.entries(files).sort(([one], [other]) => (one < other ? -1 : 1));
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function isProof(value: unknown): value is { kind: string; version: unknown } {
  return (
    typeof value === 'object' && value !== null && (value as { kind?: unknown }).kind === 'leaklab proof'
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function refused(sentence: string): ReadProof {
  return { kind: 'refused', sentence };
}
