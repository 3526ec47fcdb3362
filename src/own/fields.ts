import { LEAST_CAP, MOST_UNITS } from './own-program.ts';
import { hasUnseen } from './refused.ts';

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
const LONGEST_TITLE = 80;

/** `10 MB`, `512KiB`, `2,000,000`: as the command line takes it. */
export function readBudget(text: string): Field<number> {
  const found = /^([\d,_]+(?:\.\d+)?)\s*([a-z]*)$/i.exec(text.trim());
  const suffix = found?.[2] ?? '';
  const size = Object.entries(SIZES).find(([name]) => name.toLowerCase() === suffix.toLowerCase())?.[1];
  const bytes = found && size ? Math.round(Number(found[1]?.replace(/[,_]/g, '')) * size) : NaN;
  if (!(bytes >= 1)) return invalid('Give a number of bytes, such as 10 MB, 512 KiB or 2,000,000.');
  if (bytes > MOST_BUDGET) return invalid('That is more than 1 GiB; the sandbox itself has less.');
  return { kind: 'valid', value: bytes };
}

/** The largest unit that says it exactly. */
export function budgetText(bytes: number): string {
  const exact = ['GiB', 'GB', 'MiB', 'MB', 'KiB', 'kB'].find((name) => bytes % (SIZES[name] ?? 1) === 0);
  return exact === undefined ? `${bytes} B` : `${bytes / (SIZES[exact] ?? 1)} ${exact}`;
}

export function readTitle(text: string): Field<string> {
  const title = text.trim();
  if (title === '') return invalid('Give it a name, so that you know it again.');
  if (title.length > LONGEST_TITLE) return invalid(`A name has at most ${LONGEST_TITLE} characters.`);
  if (hasUnseen(title)) return invalid('It has a character that is not seen. Type it anew.');
  return { kind: 'valid', value: title };
}

export function readUnit(text: string): Field<string> {
  const unit = text.trim();
  return /^[a-z]{1,24}$/.test(unit)
    ? { kind: 'valid', value: unit }
    : invalid('Give one word in small letters, such as request or job.');
}

export function readCap(text: string): Field<number> {
  return whole(text, LEAST_CAP, MOST_UNITS, 'a climb needs so many to tell growth from rest');
}

export function readWarmUp(text: string): Field<number> {
  return whole(text, 0, 100_000, 'units before the first reading');
}

export function readObserved(text: string): Field<number> {
  return whole(text, 1, MOST_UNITS, 'units that Run loads');
}

/** A number above 0, such as bytes per unit or units a second. */
export function readPositive(text: string): Field<number> {
  const value = numberIn(text);
  return value !== null && value > 0 && value <= 1e6
    ? { kind: 'valid', value }
    : invalid('Give a number above 0, at most 1,000,000.');
}

function whole(text: string, least: number, most: number, why: string): Field<number> {
  const value = numberIn(text);
  if (value !== null && Number.isInteger(value) && value >= least && value <= most)
    return { kind: 'valid', value };
  const from = least.toLocaleString('en');
  return invalid(`Give a whole number from ${from} to ${most.toLocaleString('en')}: ${why}.`);
}

/** `12,800` and `12_800` are twelve thousand and some; `0,5` could mean two things and is none. */
function numberIn(text: string): number | null {
  const plain = text.trim().replaceAll('_', '');
  const digits = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) ? plain.replaceAll(',', '') : plain;
  return /^(\d+\.?\d*|\.\d+)$/.test(digits) ? Number(digits) : null;
}

function invalid(reason: string): Field<never> {
  return { kind: 'invalid', reason };
}
