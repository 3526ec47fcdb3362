import type { MeasuredFile } from '../course/measured-schema.ts';
import { figureOf } from '../course/quotes.ts';
import { formatQuantity } from '../lenses/quantity.ts';

/** Which number or sentence of a run is meant, as `<Measured>` has it in its attributes. */
export type Quote = {
  of: string;
  figure: string;
  unit?: string | undefined;
  digits?: number | string | undefined;
};

/** What a run gave, as prose writes it. */
export function measuredText(
  measured: MeasuredFile | null,
  { of, figure, unit, digits }: Quote,
): { text: string; isNumber: boolean } {
  const value = figureOf(measured, of, figure);
  if (typeof value === 'number')
    return {
      text: formatQuantity(value, unit, digits === undefined ? undefined : Number(digits)),
      isNumber: true,
    };
  return { text: value ?? `[${of}: ${figure}, not measured yet]`, isNumber: false };
}
