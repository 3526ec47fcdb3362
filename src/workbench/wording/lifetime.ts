import { language } from '#words/language';
import { words as nouns } from '#words/nouns';
import { words } from '#words/outcomes';
import { formatDuration, plural } from '../../lenses/quantity.ts';
import { secondsToLimit, type Deployment, type Growing } from '../session/deployment.ts';

/** `At 20 requests a second a 512 MiB container is full in 18 h 4 min.` */
export function lifetimeSentence(verdict: Growing, deployment: Deployment): string {
  const { mebibytes, perSecond } = deployment;
  const units = perSecond === 1 ? nouns.one(verdict.unit) : plural(verdict.unit);
  const when = formatDuration(secondsToLimit(verdict, deployment));
  return words.lifetime.sentence(written(perSecond), units, written(mebibytes), when);
}

/** The judge's sentence, reckoned for the learner's own container and load. */
export function growingSentence(verdict: Growing, deployment: Deployment | null): string {
  return deployment ? `${verdict.headline} ${lifetimeSentence(verdict, deployment)}` : verdict.sentence;
}

export type Typed = { kind: 'valid'; value: number } | { kind: 'invalid'; reason: string };

const MOST_MEBIBYTES = 2 ** 20;
const MOST_PER_SECOND = 1_000_000;

export function readMebibytes(text: string, locale?: string): Typed {
  const value = numberIn(text, locale);
  if (value === null) return invalid(words.lifetime.limitNoNumber);
  if (value <= 0) return invalid(words.lifetime.limitTooSmall);
  if (value > MOST_MEBIBYTES) return invalid(words.lifetime.limitTooLarge);
  return { kind: 'valid', value };
}

export function readPerSecond(text: string, unit: string, locale?: string): Typed {
  const value = numberIn(text, locale);
  if (value === null) return invalid(words.lifetime.rateNoNumber(plural(unit)));
  if (value <= 0) return invalid(words.lifetime.rateTooSmall(plural(unit)));
  if (value > MOST_PER_SECOND) return invalid(words.lifetime.rateTooLarge);
  return { kind: 'valid', value };
}

/** As somebody would type it: `0.5`, in German `0,5`. */
export function written(value: number, locale?: string): string {
  return String(value).replace('.', separators(locale).decimal);
}

/**
 * In English `1,024` is a thousand and some, and `0,5` could mean two things and is none. In German `1.024` is a thousand
 * and some, and `0,5` a half; so is `0.5`, which cannot be meant as thousands.
 */
function numberIn(text: string, locale?: string): number | null {
  const { group, decimal } = separators(locale);
  const plain = text.trim();
  const [whole = '', ...fractions] = plain.split(decimal);
  const isGrouped = new RegExp(`^[1-9]\\d{0,2}(\\${group}\\d{3})+$`).test(whole);
  const digits = [isGrouped ? whole.replaceAll(group, '') : whole, ...fractions].join('.');
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(digits) ? Number(digits) : null;
}

function separators(locale: string = language.locale): { group: string; decimal: string } {
  const parts = new Intl.NumberFormat(locale).formatToParts(12_345.6);
  const part = (type: 'group' | 'decimal') => parts.find((one) => one.type === type)?.value ?? '';
  return { group: part('group'), decimal: part('decimal') };
}

function invalid(reason: string): Typed {
  return { kind: 'invalid', reason };
}
