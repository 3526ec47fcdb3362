/**
 * Markdown takes a line that begins with a tag for the end of the paragraph. Where a component that stands within
 * sentences begins a line, that line joins the one before.
 */
export function joinInlineComponents(text: string): string {
  return text.replace(/([^\s>])[ \t]*\n[ \t]*(?=<(?:Measured|Term)\b)/g, '$1 ');
}
