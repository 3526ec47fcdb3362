import type { words as english } from '../en/editor.ts';

export const words: typeof english = {
  label: (name) => `${name}. Escape, dann Tab verlässt den Editor.`,
  readOnlyLabel: (name) => `${name}, nur lesbar. Escape, dann Tab verlässt den Editor.`,
  format: 'Formatieren',
  notFormatted: (reason) => `Ruff konnte das nicht formatieren. ${reason}`,
  ruffMissing: 'Ruff wurde nicht geladen.',
};
