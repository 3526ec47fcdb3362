/** The buttons that copy, beside the prose of a lesson. */
export const words = {
  code: 'Copy',
  codeLabel: 'Copy this code',
  link: 'Copy link',
  linkLabel: (heading: string) => `Copy link to “${heading}”`,
  copied: 'Copied',
  notCopied: 'Not copied',
};
