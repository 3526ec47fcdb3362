import { inlineComponents } from '../course/lesson-components.ts';
import { markupProblems } from '../course/lesson-markup.ts';
import { frontMatterPattern, tagsOf } from '../course/lesson-text.ts';
import { CourseError } from '../course/problem.ts';

/**
 * What mdsvex is given of a lesson: the text that its author wrote, with the components that it uses imported. Text with
 * problems is left out, as it might not compile: so the catalogue comes to tell of it with all else that is wrong.
 */
export function lessonSource(file: string, text: string): string {
  const problems = markupProblems(file, text);
  if (problems.length === 0)
    return `${joinInlineComponents(withTermsNamed(text))}\n\n${script(imports(text))}`;
  const refusal = `throw new Error(${JSON.stringify(new CourseError(problems).message)});`;
  return `${frontMatterPattern.exec(text)?.[0] ?? ''}\n${script(refusal)}`;
}

function imports(text: string): string {
  const names = new Set(tagsOf(text).map(({ name }) => name));
  return [...names]
    .sort()
    .map((name) => `import ${name} from '#prose/${name}.svelte';`)
    .join('\n');
}

function script(code: string): string {
  return `<script>\n${code}\n</script>\n`;
}

/**
 * Markdown takes a line that begins with a tag for the end of the paragraph. Where a component that stands within
 * sentences begins a line, that line joins the one before.
 */
function joinInlineComponents(text: string): string {
  const begins = new RegExp(String.raw`([^\s>])[ \t]*\n[ \t]*(?=<(?:${inlineComponents.join('|')})\b)`, 'g');
  return text.replace(begins, '$1 ');
}

/** A component cannot read the text between its tags: `<Term>leak</Term>` is given its word as an attribute as well. */
function withTermsNamed(text: string): string {
  return text.replace(
    /<Term>([^<"`{}]*)<\/Term>/g,
    (_all, word: string) => `<Term of="${word.replace(/\s+/g, ' ')}">${word}</Term>`,
  );
}
