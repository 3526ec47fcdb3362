import { words } from '#words/course';
import { inlineComponents, lessonComponents } from './lesson-components.ts';
import { lineOf, proseOf, tagsOf, withoutCode, type Tag } from './lesson-text.ts';
import type { Problem } from './problem.ts';

const { markup } = words;

type Finding = { line: number; message: string };

/** What Svelte or Markdown would misunderstand in a lesson, or take without a word. */
export function markupProblems(file: string, text: string): Problem[] {
  const tags = tagsOf(text);
  const findings = [
    ...scripts(text),
    ...tags.flatMap(misuses),
    ...imbalance(tags),
    ...braces(text),
    ...openings(text),
  ];
  return findings
    .sort((a, b) => a.line - b.line)
    .map(({ line, message }) => ({ file, field: words.line(line), message }));
}

function scripts(text: string): Finding[] {
  const prose = withoutCode(text);
  return [...prose.matchAll(/<script\b/g)].map(({ index }) => ({
    line: lineOf(prose, index),
    message: markup.script,
  }));
}

function misuses({ name, kind, attributes, line }: Tag): Finding[] {
  if (kind === 'closing') return [];
  const usage = Object.hasOwn(lessonComponents, name) ? lessonComponents[name] : undefined;
  if (usage === undefined) {
    const known = Object.keys(lessonComponents).join(', ');
    return [{ line, message: markup.noComponent(name, known) }];
  }
  const needs = usage.needs ?? [];
  const all = [...needs, ...(usage.takes ?? [])];
  const given = Object.keys(attributes);
  const missing = needs.filter((attribute) => !given.includes(attribute));
  const unknown = given.filter((attribute) => !all.includes(attribute));
  return [
    ...missing.map((attribute) => ({ line, message: markup.needs(name, attribute) })),
    ...unknown.map((attribute) => ({
      line,
      message: markup.hasNo(name, attribute, all.join(', ')),
    })),
  ];
}

/** The first tag without a partner; those after it would only follow from it. */
function imbalance(tags: readonly Tag[]): Finding[] {
  const open: Tag[] = [];
  for (const tag of tags) {
    const { name, kind, line } = tag;
    if (kind === 'opening') open.push(tag);
    if (kind !== 'closing') continue;
    const last = open.pop();
    if (last === undefined) return [{ line, message: markup.closesNothing(name) }];
    if (last.name !== name) {
      return [{ line: last.line, message: markup.stillOpen(last.name, name, line) }];
    }
  }
  return open.slice(-1).map(({ name, line }) => ({ line, message: markup.neverClosed(name) }));
}

/** Svelte would run `{x}` in bare prose as code, without a word. */
function braces(text: string): Finding[] {
  return proseOf(text)
    .split('\n')
    .flatMap((line, index) => (/[{}]/.test(line) ? [{ line: index + 1, message: markup.brace }] : []));
}

/** Markdown would take the whole line for HTML, and leave its own marks in it as they are. */
function openings(text: string): Finding[] {
  const lines = proseOf(text).split('\n');
  return lines.flatMap((line, index) => {
    const name = /^\s*<([A-Z]\w*)/.exec(line)?.[1] ?? '';
    const begins = index === 0 || /^\s*(<.*)?$/.test(lines[index - 1] ?? '');
    return begins && inlineComponents.includes(name)
      ? [{ line: index + 1, message: markup.begins(name) }]
      : [];
  });
}
