import {
  languages,
  type editor as monaco,
  type IDisposable,
  type IMarkdownString,
  type Position,
} from 'monaco-editor/editor';
import type { Completion, Description, Language } from './language.ts';
import type { Place } from './place.ts';

type Item = languages.CompletionItem;

/** Has Monaco ask for completions, hovers and signatures in the files that it knows. */
export function offerLanguage(
  language: Language,
  nameOf: (model: monaco.ITextModel) => string | undefined,
): IDisposable[] {
  return [
    languages.registerCompletionItemProvider('python', {
      triggerCharacters: ['.'],
      async provideCompletionItems(model, position) {
        const file = nameOf(model);
        if (file === undefined || isInComment(model, position)) return null;
        const { startColumn, endColumn } = model.getWordUntilPosition(position);
        const { lineNumber } = position;
        const found = await language.complete(file, placeOf(position));
        const range = { startLineNumber: lineNumber, startColumn, endLineNumber: lineNumber, endColumn };
        return { suggestions: found.map((completion) => itemOf(completion, range)) };
      },
      async resolveCompletionItem(item) {
        const described = await language.describe(item.insertText);
        return described ? { ...item, detail: described.heading, documentation: described.text } : item;
      },
    }),
    languages.registerHoverProvider('python', {
      async provideHover(model, position) {
        const file = nameOf(model);
        if (file === undefined || !model.getWordAtPosition(position)) return null;
        const found = await language.hover(file, placeOf(position));
        return found.length > 0 ? { contents: found.flatMap(asMarkdown) } : null;
      },
    }),
    languages.registerSignatureHelpProvider('python', {
      signatureHelpTriggerCharacters: ['(', ','],
      async provideSignatureHelp(model, position) {
        const file = nameOf(model);
        const found = file === undefined ? [] : await language.signatures(file, placeOf(position));
        if (found.length === 0) return null;
        const signatures = found.map(({ label, parameters, active, text }) => ({
          label,
          documentation: text,
          parameters: parameters.map((parameter) => ({ label: parameter })),
          activeParameter: active ?? -1,
        }));
        return {
          value: { signatures, activeSignature: 0, activeParameter: found[0]?.active ?? -1 },
          dispose: () => undefined,
        };
      },
    }),
  ];
}

function placeOf({ lineNumber, column }: Position): Place {
  return { line: lineNumber, column };
}

/** Names that begin with an underscore are rarely meant: they come last. */
function itemOf({ name, type }: Completion, range: Item['range']): Item {
  const underscores = /^_{0,2}/.exec(name)?.[0].length ?? 0;
  return { label: name, insertText: name, kind: kindOf(type), range, sortText: `${underscores}${name}` };
}

function kindOf(type: string): languages.CompletionItemKind {
  const { CompletionItemKind: kinds } = languages;
  switch (type) {
    case 'function':
      return kinds.Function;
    case 'class':
      return kinds.Class;
    case 'module':
    case 'namespace':
      return kinds.Module;
    case 'keyword':
      return kinds.Keyword;
    case 'property':
      return kinds.Property;
    default:
      return kinds.Variable;
  }
}

/** In blocks of code: a docstring is nobody's markup, and a link in it is no link. */
function asMarkdown({ heading, text }: Description): IMarkdownString[] {
  return text ? [block('python', heading), block('plaintext', text)] : [block('python', heading)];
}

function block(language: string, text: string): IMarkdownString {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return { value: `${fence}${language}\n${text}\n${fence}` };
}

/** A full stop there ends a sentence. */
function isInComment(model: monaco.ITextModel, { lineNumber, column }: Position): boolean {
  return /^\s*#/.test(model.getLineContent(lineNumber).slice(0, column - 1));
}
