import { words } from '#words/course';
import { tagsOf, type Tag } from './lesson-text.ts';
import type { MeasuredFile, MeasuredRun } from './measured-schema.ts';
import type { Problem } from './problem.ts';

/** The measured run of `starter`, `fixes/<id>` or `decoys/<id>`; null, in development only, where there is none yet. */
export function runOf(measured: MeasuredFile | null, variant: string): MeasuredRun | null {
  return measured?.variants[variant] ?? null;
}

/** A figure of a variant's run; of `figures`, one that the sandbox's probes found; of `home`, one of a run on 64 bits. */
export function figureOf(measured: MeasuredFile | null, of: string, figure: string): number | string | null {
  return figuresOf(measured, of)[figure] ?? null;
}

function figuresOf(measured: MeasuredFile | null, of: string): Record<string, number | string> {
  const values = of === 'figures' || of === 'home' ? measured?.[of] : runOf(measured, of);
  return Object.fromEntries(
    Object.entries(values ?? {}).flatMap(([name, value]) =>
      typeof value === 'number' || typeof value === 'string' ? [[name, value]] : [],
    ),
  );
}

type Quoted = { id: string; measured: MeasuredFile | null };

/** What a lesson quotes of the runs of its sandbox, and no run has given. */
export function quoteProblems(file: string, text: string, { id, measured }: Quoted): Problem[] {
  const at = `sandboxes/${id}/measured.json`;
  const problem = ({ line }: Tag, message: string) => ({ file, field: words.line(line), message });
  const tags = tagsOf(text);
  if (measured === null) {
    const message = words.quote.notThere(at, id);
    const quotes = ({ name }: Tag) => ['Measured', 'Curve', 'Fixes', 'Decoys'].includes(name);
    return tags
      .filter(quotes)
      .slice(0, 1)
      .map((tag) => problem(tag, message));
  }
  return tags.flatMap((tag) => {
    const unknown = runsQuoted(tag).filter((variant) => runOf(measured, variant) === null);
    if (unknown.length > 0) {
      const known = Object.keys(measured.variants).join(', ');
      return unknown.map((variant) => problem(tag, words.quote.noRun(variant, at, known)));
    }
    const { of = '', figure = '' } = tag.attributes;
    if (tag.name !== 'Measured' || figureOf(measured, of, figure) !== null) return [];
    const known = Object.keys(figuresOf(measured, of)).join(', ');
    return [problem(tag, words.quote.noFigure(figure, of, at, known))];
  });
}

function runsQuoted({ name, attributes: { of = '' } }: Tag): string[] {
  if (name === 'Measured') return of === 'figures' || of === 'home' ? [] : [of];
  return name === 'Curve' ? of.split(',').map((variant) => variant.trim()) : [];
}
