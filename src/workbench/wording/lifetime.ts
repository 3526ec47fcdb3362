import { words as nouns } from '#words/nouns';
import { words } from '#words/outcomes';
import { formatDuration, plural } from '../../lenses/quantity.ts';
import { readNumber, writtenNumber } from '../../own/typed-number.ts';
import { secondsToLimit, type Deployment, type Growing } from '../session/deployment.ts';

/** `At 20 requests a second a 512 MiB container is full in 18 h 4 min.` */
export function lifetimeSentence(verdict: Growing, deployment: Deployment): string {
  const { mebibytes, perSecond } = deployment;
  const units = perSecond === 1 ? nouns.one(verdict.unit) : plural(verdict.unit);
  const when = formatDuration(secondsToLimit(verdict, deployment));
  return words.lifetime.sentence(writtenNumber(perSecond), units, writtenNumber(mebibytes), when);
}

/** The judge's sentence, reckoned for the learner's own container and load. */
export function growingSentence(verdict: Growing, deployment: Deployment | null): string {
  return deployment ? `${verdict.headline} ${lifetimeSentence(verdict, deployment)}` : verdict.sentence;
}

export type Typed = { kind: 'valid'; value: number } | { kind: 'invalid'; reason: string };

const MOST_MEBIBYTES = 2 ** 20;
const MOST_PER_SECOND = 1_000_000;

export function readMebibytes(text: string, locale?: string): Typed {
  const value = readNumber(text, locale);
  if (value === null) return invalid(words.lifetime.limitNoNumber);
  if (value <= 0) return invalid(words.lifetime.limitTooSmall);
  if (value > MOST_MEBIBYTES) return invalid(words.lifetime.limitTooLarge);
  return { kind: 'valid', value };
}

export function readPerSecond(text: string, unit: string, locale?: string): Typed {
  const value = readNumber(text, locale);
  if (value === null) return invalid(words.lifetime.rateNoNumber(plural(unit)));
  if (value <= 0) return invalid(words.lifetime.rateTooSmall(plural(unit)));
  if (value > MOST_PER_SECOND) return invalid(words.lifetime.rateTooLarge);
  return { kind: 'valid', value };
}

function invalid(reason: string): Typed {
  return { kind: 'invalid', reason };
}
