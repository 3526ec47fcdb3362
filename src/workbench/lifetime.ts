import { formatDuration, plural } from '../lenses/quantity.ts';
import type { Verdict } from '../sandbox/report.ts';

/** What a program would run in, as the learner sets it: the container's limit, and the load. */
export type Production = { mebibytes: number; perSecond: number };

export type Growing = Extract<Verdict, { kind: 'growing' }>;

/** What the judge reckoned with. */
export function productionOf({ containerBytes, ratePerSecond }: Growing): Production {
  return { mebibytes: containerBytes / 2 ** 20, perSecond: ratePerSecond };
}

/** Seconds until the container is full, from what the judge reckoned: exactly its figure where nothing was changed. */
export function secondsToLimit(verdict: Growing, { mebibytes, perSecond }: Production): number {
  const reckoned = productionOf(verdict);
  return verdict.secondsToLimit * (mebibytes / reckoned.mebibytes) * (reckoned.perSecond / perSecond);
}

/** `At 20 requests a second a 512 MiB container is full in 18 h 4 min.` */
export function lifetimeSentence(verdict: Growing, production: Production): string {
  const { mebibytes, perSecond } = production;
  const units = perSecond === 1 ? verdict.unit : plural(verdict.unit);
  const when = formatDuration(secondsToLimit(verdict, production));
  return `At ${perSecond} ${units} a second a ${mebibytes} MiB container is full in ${when}.`;
}

/** The judge's sentence, reckoned for the learner's own container and load. */
export function growingSentence(verdict: Growing, production: Production | null): string {
  if (!production) return verdict.sentence;
  return verdict.sentence.replace(JUDGES_LIFETIME, () => lifetimeSentence(verdict, production));
}

/** The judge's sentence without its last part, which the card shows as something to change. */
export function withoutLifetime(verdict: Growing): string {
  return verdict.sentence.replace(JUDGES_LIFETIME, '').replace('  ', ' ').trim();
}

const JUDGES_LIFETIME = /At [^ ]+ \w+ a second a \d+ MiB container is full in [^.]*\./;

export type Typed = { kind: 'valid'; value: number } | { kind: 'invalid'; reason: string };

const MOST_MEBIBYTES = 2 ** 20;
const MOST_PER_SECOND = 1_000_000;

export function readMebibytes(text: string): Typed {
  const value = numberIn(text);
  if (value === null)
    return invalid('Give the container’s limit as a number of MiB, such as 512; 1 GiB is 1024.');
  if (value <= 0) return invalid('A container has more than 0 MiB.');
  if (value > MOST_MEBIBYTES) return invalid('That is more than 1 TiB. The limit is in MiB; 1 GiB is 1024.');
  return { kind: 'valid', value };
}

export function readPerSecond(text: string, unit: string): Typed {
  const value = numberIn(text);
  if (value === null) return invalid(`Give the ${plural(unit)} in a second as a number, such as 20 or 0.5.`);
  if (value <= 0) return invalid(`Without ${plural(unit)} nothing grows: give a number above 0.`);
  if (value > MOST_PER_SECOND)
    return invalid('That is more than a million a second, too much for one process.');
  return { kind: 'valid', value };
}

/** `1,024` is a thousand and some; `0,5` could mean two things and is none. */
function numberIn(text: string): number | null {
  const plain = text.trim();
  const digits = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) ? plain.replaceAll(',', '') : plain;
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(digits) ? Number(digits) : null;
}

function invalid(reason: string): Typed {
  return { kind: 'invalid', reason };
}
