import { words } from '#words/course';
import { z } from 'zod';
import type { Problem } from './problem.ts';
import { anchor } from './symptom-schema.ts';
import { readYaml } from './yaml-file.ts';

const text = z.string().min(1);

/** `content/parts.yaml`: the anchor of each part of the course to what it is about, in their order. */
const PartsFile = z.record(
  anchor,
  z.strictObject({
    title: text,
    /** The number of its first lesson, or a lower one. */
    from: z.int().positive(),
    /** A sentence or two under its title. */
    about: text,
  }),
);

export type Part = z.infer<typeof PartsFile>[string] & { id: string };

/** Builds the parts from `content/parts.yaml`, given by path; a course without that file has none. */
export function readParts(files: Record<string, string>): { parts: Part[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const parts: Part[] = [];
  for (const [file, content] of Object.entries(files)) {
    const outcome = readYaml(PartsFile, content, file);
    if (outcome.kind === 'invalid') {
      problems.push(...outcome.problems);
      continue;
    }
    for (const [id, part] of Object.entries(outcome.value)) {
      const before = parts.at(-1);
      if (before !== undefined && part.from <= before.from)
        problems.push({
          file,
          field: `${id}.from`,
          message: words.part.above(before.from, before.id),
        });
      parts.push({ ...part, id });
    }
  }
  return { parts, problems };
}

/** The lessons of each part that has some, in the order of the course; those before the first part belong to it. */
export function byPart<Lesson extends { order: number }>(
  parts: readonly Part[],
  lessons: readonly Lesson[],
): { part: Part; lessons: Lesson[] }[] {
  return parts
    .map((part, index) => {
      const [from, to] = [index === 0 ? 0 : part.from, parts[index + 1]?.from ?? Infinity];
      return { part, lessons: lessons.filter(({ order }) => from <= order && order < to) };
    })
    .filter((one) => one.lessons.length > 0);
}
