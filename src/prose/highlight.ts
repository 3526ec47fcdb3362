import { createHighlighterCoreSync } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import bash from 'shiki/langs/bash.mjs';
import json from 'shiki/langs/json.mjs';
import python from 'shiki/langs/python.mjs';

/** Ink tones only: a token has a class, and the style sheet gives the class weight and slant. */
const classes = {
  '#000001': 'comment',
  '#000002': 'keyword',
  '#000003': 'string',
  '#000004': 'name',
  '#000005': 'decorator',
} as const;

const highlighter = createHighlighterCoreSync({
  engine: createJavaScriptRegexEngine(),
  langs: [python, bash, json],
  themes: [
    {
      name: 'ink',
      type: 'light',
      fg: '#000000',
      bg: '#ffffff',
      settings: [
        {
          scope: ['comment', 'punctuation.definition.comment', 'string.quoted.docstring'],
          settings: { foreground: '#000001' },
        },
        { scope: ['keyword', 'storage', 'constant.language'], settings: { foreground: '#000002' } },
        {
          scope: [
            'keyword.operator.arithmetic',
            'keyword.operator.assignment',
            'keyword.operator.comparison',
          ],
          settings: { foreground: '#000000' },
        },
        { scope: ['string'], settings: { foreground: '#000003' } },
        { scope: ['entity.name.function', 'entity.name.type.class'], settings: { foreground: '#000004' } },
        {
          scope: [
            'meta.function.decorator',
            'entity.name.function.decorator',
            'punctuation.definition.decorator',
          ],
          settings: { foreground: '#000005' },
        },
      ],
    },
  ],
});

const plain = ['text', 'traceback', 'output'];
export const languages: readonly string[] = [...plain, 'python', 'bash', 'json'];

/** One string of HTML for each line of `code`. */
export function highlightLines(code: string, language: string): string[] {
  if (plain.includes(language)) return code.split('\n').map(escape);
  if (!languages.includes(language)) {
    throw new Error(`A code block is marked "${language}"; use one of ${languages.join(', ')}.`);
  }
  return highlighter
    .codeToTokensBase(code, { lang: language, theme: 'ink' })
    .map((line) => line.map(({ content, color }) => marked(content, color)).join(''));
}

/** A whole code block, for the fences of a lesson. It takes the focus, so that the keyboard can scroll a wide line. */
export function highlightBlock(code: string, language: string): string {
  return `<pre class="code" data-language="${language}" tabindex="0"><code>${highlightLines(code, language).join('\n')}</code></pre>`;
}

function marked(content: string, color: string | undefined): string {
  const name = Object.entries(classes).find(([key]) => key === color?.toLowerCase())?.[1];
  return name === undefined ? escape(content) : `<span class="code-${name}">${escape(content)}</span>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
