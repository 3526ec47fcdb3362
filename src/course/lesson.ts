import { words } from '#words/course';
import { FrontMatter, stageNames } from './lesson-schema.ts';
import { markupProblems } from './lesson-markup.ts';
import { structureProblems } from './lesson-structure.ts';
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
  if (name === null) problems.push({ file, message: words.lesson.folder });
  const front = frontMatter(file, metadata);
  problems.push(...front.problems, ...stageProblems(file, text), ...markupProblems(file, text));
  if (front.value !== null && !sandboxIds.includes(front.value.sandbox)) {
    const { sandbox } = front.value;
    const { noSandbox, noSandboxes } = words.lesson;
    const message =
      sandboxIds.length === 0 ? noSandboxes(sandbox) : noSandbox(sandbox, sandboxIds.join(', '));
    problems.push({ file, field: 'sandbox', message });
  }
  if (name === null || front.value === null || problems.length > 0) throw new CourseError(problems);
  return { ...front.value, order: Number(name[1]), slug: name[2] ?? '', file };
}

/**
 * The lesson in another language, from the file beside it: its texts, and of all else what the English one has. Throws a
 * `CourseError`.
 */
export function translateLesson(
  file: string,
  metadata: unknown,
  text: string,
  english: { lesson: LessonText; text: string },
): LessonText {
  const { title: _title, summary: _summary, order, slug, file: _file, ...same } = english.lesson;
  const isGiven = typeof metadata === 'object' && metadata !== null;
  const front = frontMatter(file, isGiven ? { ...same, ...metadata } : metadata);
  const problems = [...front.problems, ...stageProblems(file, text), ...markupProblems(file, text)];
  if (front.value !== null) problems.push(...differences(file, front.value, same));
  if (problems.length === 0) problems.push(...structureProblems(file, text, english.text));
  if (front.value === null || problems.length > 0) throw new CourseError(problems);
  return { ...front.value, order, slug, file };
}

/** The fields that are no text, and differ. */
function differences(
  file: string,
  told: FrontMatter,
  same: Omit<FrontMatter, 'title' | 'summary'>,
): Problem[] {
  const { sources, ...others } = same;
  const { sameInAll, sourcesDiffer } = words.translation;
  const names = (Object.keys(others) as (keyof typeof others)[]).filter(
    (name) => JSON.stringify(told[name]) !== JSON.stringify(same[name]),
  );
  const addresses = (all: FrontMatter['sources']) => all.map(({ url }) => url).join('\n');
  return [
    ...names.map((field) => ({ file, field, message: sameInAll })),
    ...(addresses(told.sources) === addresses(sources)
      ? []
      : [{ file, field: 'sources', message: sourcesDiffer }]),
  ];
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
        message: words.lesson.sameNumber(sameOrder.file),
      });
    const sameSlug = earlier.find(({ slug }) => slug === lesson.slug);
    if (sameSlug)
      problems.push({
        file: lesson.file,
        message: words.lesson.sameAddress(sameSlug.file),
      });
    for (const [needed, slug] of lesson.needs.entries())
      if (!lessons.some((other) => other.slug === slug && other.order < lesson.order))
        problems.push({
          file: lesson.file,
          field: `needs[${needed}]`,
          message: words.lesson.noneBefore(slug),
        });
    return problems;
  });
}

function frontMatter(file: string, metadata: unknown): { value: FrontMatter | null; problems: Problem[] } {
  if (metadata === undefined || metadata === null) {
    return {
      value: null,
      problems: [{ file, message: words.lesson.noFrontMatter }],
    };
  }
  if (typeof metadata === 'object' && 'yamlError' in metadata) {
    return {
      value: null,
      problems: [{ file, message: words.lesson.frontMatterNotYaml(String(metadata.yamlError)) }],
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
      message: words.lesson.stages(stageNames.join(', '), found.join(', ')),
    },
  ];
}
