/** The editor that is Monaco, and its linter. */
export const words = {
  label: (name: string) => `${name}. Escape, then Tab leaves the editor.`,
  readOnlyLabel: (name: string) => `${name}, read-only. Escape, then Tab leaves the editor.`,
  format: 'Format',
  notFormatted: (reason: string) => `Ruff could not format this. ${reason}`,
  ruffMissing: 'Ruff did not load.',
};
