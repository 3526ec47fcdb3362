import { language } from '#words/language';

/**
 * A number as somebody types it; null when it is none. In English `1,024` is a thousand and some, and `0,5` could mean two
 * things and is none. In German `1.024` is a thousand and some, and `0,5` a half; so is `0.5`, which cannot be meant as
 * thousands. In both, `12_800` is what it is in Python.
 */
export function readNumber(text: string, locale?: string): number | null {
  const { group, decimal } = separators(locale);
  const plain = text.trim().replaceAll(/(?<=\d)_(?=\d)/g, '');
  const [whole = '', ...fractions] = plain.split(decimal);
  const isGrouped = new RegExp(`^[1-9]\\d{0,2}(\\${group}\\d{3})+$`).test(whole);
  const digits = [isGrouped ? whole.replaceAll(group, '') : whole, ...fractions].join('.');
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(digits) ? Number(digits) : null;
}

/** As somebody would type it: `0.5`, in German `0,5`. */
export function writtenNumber(value: number, locale?: string): string {
  return String(value).replace('.', separators(locale).decimal);
}

function separators(locale: string = language.locale): { group: string; decimal: string } {
  const parts = new Intl.NumberFormat(locale).formatToParts(12_345.6);
  const part = (type: 'group' | 'decimal') => parts.find((one) => one.type === type)?.value ?? '';
  return { group: part('group'), decimal: part('decimal') };
}
