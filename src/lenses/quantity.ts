import { language } from '#words/language';
import { words as nouns } from '#words/nouns';

/** Numbers in words: the one place where quantities get their digits and their units. */

const SIZES = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30 };

/** To make one takes longer than to use it a hundred times. */
const formats = new Map<string, Intl.NumberFormat>();

/** Thousands set apart, a true minus sign, and no zero below zero. */
function formatted(value: number, options: Intl.NumberFormatOptions): string {
  const key = JSON.stringify(options);
  let format = formats.get(key);
  if (!format)
    formats.set(
      key,
      (format = new Intl.NumberFormat(language.locale, { signDisplay: 'negative', ...options })),
    );
  return format.format(value).replace('-', '−');
}

function upTo(digits: number): Intl.NumberFormatOptions {
  return { maximumFractionDigits: digits };
}

/** `12800` -> `12,800`. */
export function formatCount(count: number): string {
  return formatted(count, upTo(0));
}

/** With exactly `digits` after the point, or with as many as the size deserves: `1,053`, `48.1`, `4.21`, `0.29`. */
export function formatNumber(value: number, digits?: number): string {
  if (digits !== undefined) return formatted(value, { ...upTo(digits), minimumFractionDigits: digits });
  const size = Math.abs(value);
  return formatted(value, upTo(size >= 100 ? 0 : size >= 10 ? 1 : 2));
}

/** As `formatNumber`, but finer below one: `0.083`. */
export function formatSignificant(value: number): string {
  return Math.abs(value) >= 1 ? formatNumber(value) : formatted(value, upTo(3));
}

/** A measured value and its unit, kept on one line. A size is given in bytes and shown in `unit`: `1.05 kB`. */
export function formatQuantity(value: number, unit: string | undefined, digits?: number): string {
  if (unit === undefined) return formatNumber(value, digits);
  const size = unit in SIZES ? SIZES[unit as keyof typeof SIZES] : 1;
  return `${formatNumber(value / size, digits)}\u00a0${unit}`;
}

/** A slope as the judge words it: `1.1 kB`, `412 B`, `3.1 B`, `0.87 B`. */
export function formatSlope(bytesPerUnit: number): string {
  const size = Math.abs(bytesPerUnit);
  if (size >= 1000) return formatBytes(bytesPerUnit);
  return `${formatted(bytesPerUnit, size >= 1 ? upTo(size >= 10 ? 0 : 1) : { maximumSignificantDigits: 2 })} B`;
}

/** Bytes in decimal steps, as the judge words them: `812 B`, `4.2 kB`, `48 MB`. */
export function formatBytes(bytes: number): string {
  const size = Math.abs(bytes);
  if (size < 1000) return `${formatSignificant(bytes)} B`;
  const unit = size < 999_500 ? 'kB' : size < 999_500_000 ? 'MB' : 'GB';
  return `${formatted(bytes / SIZES[unit], upTo(size / SIZES[unit] < 9.95 ? 1 : 0))} ${unit}`;
}

/** Limits that machines set in powers of two: `256 MiB`. */
export function formatMebibytes(bytes: number): string {
  return `${formatSignificant(bytes / 2 ** 20)} MiB`;
}

/** A slope with what it is of: `1.1 kB per request`. */
export function formatRate(bytesPerUnit: number, unit: string): string {
  return `${formatSlope(bytesPerUnit)} ${nouns.per(unit)}`;
}

/** `request` -> `requests`; units are single plain words by contract, in English. */
export function plural(unit: string): string {
  return nouns.many(unit);
}

/** `1 request`, `12,800 requests`. */
export function countOf(count: number, unit: string): string {
  return `${formatCount(count)} ${count === 1 ? nouns.one(unit) : nouns.many(unit)}`;
}

const spans = [
  [86_400, 'd'],
  [3600, 'h'],
  [60, 'min'],
  [1, 's'],
] as const;

/** `65040` -> `18 h 4 min`: the two largest units, as the judge words it. */
export function formatDuration(seconds: number): string {
  let left = Math.max(1, Math.round(seconds));
  const parts: string[] = [];
  for (const [size, name] of spans) {
    if (left >= size) {
      parts.push(`${formatCount(Math.floor(left / size))} ${name}`);
      left %= size;
    } else if (parts.length > 0) break;
  }
  return parts.slice(0, 2).join(' ');
}
