const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

/** `12800` -> `12,800`. */
export function formatCount(count: number): string {
  return whole.format(count);
}

/** Two or three significant digits, never an exponent: `0.05`, `4.2`, `48`, `812`. */
export function formatSignificant(value: number): string {
  const size = Math.abs(value);
  if (size >= 100) return whole.format(value);
  const digits = size >= 10 ? 1 : size >= 1 ? 2 : 3;
  return String(Number(value.toFixed(size === 0 ? 0 : digits)));
}

/** A slope as the judge words it: `1.1 kB`, `412 B`, `3.1 B`, `0.87 B`. */
export function formatSlope(bytesPerUnit: number): string {
  const size = Math.abs(bytesPerUnit);
  if (size >= 1000) return formatBytes(bytesPerUnit);
  const digits =
    size >= 10 ? bytesPerUnit.toFixed(0) : size >= 1 ? bytesPerUnit.toFixed(1) : bytesPerUnit.toPrecision(2);
  return `${Number(digits)} B`;
}

/** Bytes in decimal steps, as the judge words them: `812 B`, `4.2 kB`, `48 MB`. */
export function formatBytes(bytes: number): string {
  const size = Math.abs(bytes);
  if (size < 1000) return `${formatSignificant(bytes)} B`;
  const [step, unit] =
    size < 999_500 ? [1e3, 'kB'] : size < 999_500_000 ? [1e6, 'MB'] : ([1e9, 'GB'] as const);
  return `${Number((bytes / step).toFixed(size / step < 9.95 ? 1 : 0))} ${unit}`;
}

/** Limits that machines set in powers of two: `256 MiB`. */
export function formatMebibytes(bytes: number): string {
  return `${formatSignificant(bytes / 2 ** 20)} MiB`;
}

/** `request` -> `requests`; units are single plain words by contract. */
export function plural(unit: string): string {
  if (/[^aeiou]y$/.test(unit)) return `${unit.slice(0, -1)}ies`;
  return /(s|x|ch|sh)$/.test(unit) ? `${unit}es` : `${unit}s`;
}

/** `1 request`, `12,800 requests`. */
export function countOf(count: number, unit: string): string {
  return `${formatCount(count)} ${count === 1 ? unit : plural(unit)}`;
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
