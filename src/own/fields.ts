import { language } from '#words/language';
import { words } from '#words/own-program';
import { LEAST_CAP, MOST_UNITS } from './own-program.ts';
import { hasUnseen } from './refused.ts';
import { readNumber } from './typed-number.ts';

/** What a field says, read; `reason` says what to write instead. */
export type Field<Value> = { kind: 'valid'; value: Value } | { kind: 'invalid'; reason: string };

const SIZES: Record<string, number> = {
  '': 1,
  B: 1,
  kB: 1e3,
  MB: 1e6,
  GB: 1e9,
  KiB: 2 ** 10,
  MiB: 2 ** 20,
  GiB: 2 ** 30,
};
const MOST_BUDGET = 2 ** 30;
const MOST_POSITIVE = 1e6;
const LONGEST_TITLE = 80;

/** `10 MB`, `512KiB`, `2,000,000`. */
export function readBudget(text: string): Field<number> {
  const [, digits = '', suffix = ''] = /^([\d,._]+)\s*([a-z]*)$/i.exec(text.trim()) ?? [];
  const size = Object.entries(SIZES).find(([name]) => name.toLowerCase() === suffix.toLowerCase())?.[1];
  const bytes = Math.round((readNumber(digits) ?? NaN) * (size ?? NaN));
  if (!(bytes >= 1)) return invalid(words.field.budget(grouped(2e6)));
  if (bytes > MOST_BUDGET) return invalid(words.field.budgetTooLarge);
  return { kind: 'valid', value: bytes };
}

/** The largest unit that says it exactly. */
export function budgetText(bytes: number): string {
  const exact = ['GiB', 'GB', 'MiB', 'MB', 'KiB', 'kB'].find((name) => bytes % (SIZES[name] ?? 1) === 0);
  return exact === undefined ? `${bytes} B` : `${bytes / (SIZES[exact] ?? 1)} ${exact}`;
}

export function readTitle(text: string): Field<string> {
  const title = text.trim();
  if (title === '') return invalid(words.field.noTitle);
  if (title.length > LONGEST_TITLE) return invalid(words.field.titleTooLong(LONGEST_TITLE));
  if (hasUnseen(title)) return invalid(words.field.unseen);
  return { kind: 'valid', value: title };
}

export function readUnit(text: string): Field<string> {
  const unit = text.trim();
  return /^[a-z]{1,24}$/.test(unit) ? { kind: 'valid', value: unit } : invalid(words.field.unit);
}

export function readCap(text: string): Field<number> {
  return whole(text, LEAST_CAP, MOST_UNITS, words.field.cap);
}

export function readWarmUp(text: string): Field<number> {
  return whole(text, 0, 100_000, words.field.warmUp);
}

export function readObserved(text: string): Field<number> {
  return whole(text, 1, MOST_UNITS, words.field.observed);
}

/** A number above 0, such as bytes per unit or units a second. */
export function readPositive(text: string): Field<number> {
  const value = readNumber(text);
  return value !== null && value > 0 && value <= MOST_POSITIVE
    ? { kind: 'valid', value }
    : invalid(words.field.positive(grouped(MOST_POSITIVE)));
}

function whole(
  text: string,
  least: number,
  most: number,
  reason: (least: string, most: string) => string,
): Field<number> {
  const value = readNumber(text);
  if (value !== null && Number.isInteger(value) && value >= least && value <= most)
    return { kind: 'valid', value };
  return invalid(reason(grouped(least), grouped(most)));
}

function grouped(count: number): string {
  return count.toLocaleString(language.locale);
}

function invalid(reason: string): Field<never> {
  return { kind: 'invalid', reason };
}
