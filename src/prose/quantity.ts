const sizes: Record<string, number> = {
  B: 1,
  kB: 1e3,
  MB: 1e6,
  GB: 1e9,
  KiB: 2 ** 10,
  MiB: 2 ** 20,
  GiB: 2 ** 30,
};

/** A value with thousands set apart, and as many digits after the point as its size deserves. */
export function number(value: number, digits?: number): string {
  const size = Math.abs(value);
  const fitting = Number.isInteger(value) || size >= 100 ? 0 : size >= 10 ? 1 : 2;
  const format = new Intl.NumberFormat('en-GB', {
    maximumFractionDigits: digits ?? fitting,
    minimumFractionDigits: digits ?? 0,
  });
  return format.format(value).replace('-', '−');
}

/** A measured value with its unit. Sizes are measured in bytes and shown in `unit`. */
export function quantity(value: number, unit: string | undefined, digits?: number): string {
  if (unit === undefined) return number(value, digits);
  return `${number(value / (sizes[unit] ?? 1), digits)}\u00a0${unit}`;
}
