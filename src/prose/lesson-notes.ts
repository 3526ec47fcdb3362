import { tagsOf } from '../course/lesson-text.ts';
import type { MeasuredFile, MeasuredRun } from '../course/measured-schema.ts';
import { runOf } from '../course/quotes.ts';
import type { Lesson } from '../course/read-course.ts';
import type { StageName } from '../course/stage-names.ts';
import { measuredText } from './measured-text.ts';

/** What is told of a run: its kind, and the judge's sentence. */
type Told = Pick<MeasuredRun, 'kind' | 'sentence' | 'lead'>;
/** Code stands in backquotes. */
type Answer = { label: string; answer: string };

/** What whoever leads a group needs of a lesson, beside its pages. */
export type LessonNotes = {
  program: string;
  unit: string;
  units: number;
  starter: Told | null;
  questions: readonly { stage: StageName; question: string; right: Answer; others: readonly Answer[] }[];
  decoys: readonly { title: string; why: string; kind: MeasuredRun['kind']; run: Told | null }[];
};

/** The notes of a lesson, all of them from its text, its sandbox and what was measured. */
export function notesOf({ predictions, sandbox }: Pick<Lesson, 'predictions' | 'sandbox'>): LessonNotes {
  const { measured, title, unit, observeUnits, decoys } = sandbox;
  const run = (variant: string): Told | null => {
    const found = runOf(measured, variant);
    return found && { kind: found.kind, sentence: found.sentence, lead: found.lead };
  };
  return {
    program: title,
    unit,
    units: observeUnits,
    starter: run('starter'),
    questions: predictions.flatMap(({ stage, question, options }) => {
      const answers = options.map(({ label, answer, right }) => ({
        right,
        said: { label, answer: plainText(answer, measured) },
      }));
      const right = answers.find((one) => one.right)?.said;
      if (right === undefined) return [];
      return [
        { stage, question, right, others: answers.filter((one) => !one.right).map(({ said }) => said) },
      ];
    }),
    decoys: decoys.map(({ id, title, why, verdict }) => ({
      title,
      why,
      kind: verdict,
      run: run(`decoys/${id}`),
    })),
  };
}

/** Prose of a lesson as one paragraph of plain text: figures filled in, links and emphasis gone, code in its backquotes. */
export function plainText(markdown: string, measured: MeasuredFile | null): string {
  return markdown
    .replace(/<Measured\b[^>]*\/>/g, (tag) => {
      const { of = '', figure = '', unit, digits } = tagsOf(tag)[0]?.attributes ?? {};
      return measuredText(measured, { of, figure, unit, digits }).text;
    })
    .replace(/<Term\b[^>]*>([\s\S]*?)<\/Term>/g, '$1')
    .replace(/(`[^`]*`)|\[((?:`[^`]*`|[^\]`])*)\]\([^)\s]*\)/g, kept)
    .replace(/(`[^`]*`)|\*\*?([^*`]+)\*\*?/g, kept)
    .replace(/[^\S\u00a0]+/g, ' ')
    .trim();
}

/** Code as it stands, or the words within a mark. */
function kept(all: string, code?: string, words?: string): string {
  return code ?? words ?? all;
}
