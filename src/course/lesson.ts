import { FrontMatter, stageNames } from './lesson-schema.ts';
import { markupProblems } from './lesson-markup.ts';
import { tagsOf } from './lesson-text.ts';
import { CourseError, conform, type Problem } from './problem.ts';

export type LessonText = FrontMatter & { order: number; slug: string; file: string };

/** Builds a lesson from `content/lessons/NN-slug/lesson.svx`; throws a `CourseError`. */
export function readLesson(
  file: string,
  metadata: unknown,
  text: string,
  sandboxIds: readonly string[],
): LessonText {
  const name = /^content\/lessons\/(\d{2})-([a-z0-9]+(?:-[a-z0-9]+)*)\/lesson\.svx$/.exec(file);
  const problems: Problem[] = [];
  if (name === null)
    problems.push({ file, message: 'the folder must be called NN-slug, such as 06-flask-request-history.' });
  const front = frontMatter(file, metadata);
  problems.push(...front.problems, ...stageProblems(file, text), ...markupProblems(file, text));
  if (front.value !== null && !sandboxIds.includes(front.value.sandbox)) {
    const known = sandboxIds.length === 0 ? 'there are none yet' : `there are ${sandboxIds.join(', ')}`;
    problems.push({
      file,
      field: 'sandbox',
      message: `there is no sandboxes/${front.value.sandbox}/; ${known}.`,
    });
  }
  if (name === null || front.value === null || problems.length > 0) throw new CourseError(problems);
  return { ...front.value, order: Number(name[1]), slug: name[2] ?? '', file };
}

/** What no lesson can see alone: a number or a slug given twice, or a lesson to build on that is none before it. */
export function clashes(lessons: readonly LessonText[]): Problem[] {
  return lessons.flatMap((lesson, index) => {
    const earlier = lessons.slice(0, index);
    const problems: Problem[] = [];
    const sameOrder = earlier.find(({ order }) => order === lesson.order);
    if (sameOrder)
      problems.push({
        file: lesson.file,
        message: `has the same number as ${sameOrder.file}; give each its own.`,
      });
    const sameSlug = earlier.find(({ slug }) => slug === lesson.slug);
    if (sameSlug)
      problems.push({
        file: lesson.file,
        message: `has the same address as ${sameSlug.file}; rename one folder.`,
      });
    for (const [needed, slug] of lesson.needs.entries())
      if (!lessons.some((other) => other.slug === slug && other.order < lesson.order))
        problems.push({
          file: lesson.file,
          field: `needs[${needed}]`,
          message: `there is no lesson "${slug}" before this one.`,
        });
    return problems;
  });
}

function frontMatter(file: string, metadata: unknown): { value: FrontMatter | null; problems: Problem[] } {
  if (metadata === undefined || metadata === null) {
    return {
      value: null,
      problems: [
        { file, message: 'has no front matter; begin it with --- and the lines title, summary and so on.' },
      ],
    };
  }
  if (typeof metadata === 'object' && 'yamlError' in metadata) {
    return {
      value: null,
      problems: [{ file, message: `the front matter is not valid YAML: ${String(metadata.yamlError)}` }],
    };
  }
  const outcome = conform(FrontMatter, metadata, file);
  return outcome.kind === 'valid'
    ? { value: outcome.value, problems: [] }
    : { value: null, problems: outcome.problems };
}

function stageProblems(file: string, text: string): Problem[] {
  const found = tagsOf(text)
    .filter(({ name, kind }) => name === 'Stage' && kind !== 'closing')
    .map(({ attributes }) => attributes.name ?? '');
  if (found.join() === stageNames.join()) return [];
  return [
    {
      file,
      field: 'Stage',
      message: `a lesson has the stages ${stageNames.join(', ')}, in this order; found ${found.join(', ') || 'none'}.`,
    },
  ];
}
