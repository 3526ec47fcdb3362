import { words } from '#words/course';
import { z } from 'zod';
import type { Problem } from './problem.ts';
import { readYaml } from './yaml-file.ts';

const text = z.string().min(1);

/** `content/cheat-sheet.yaml`: from what one sees to what one types and what the answer means, by question. */
const CheatSheetFile = z.array(
  z.strictObject({
    /** What one wants to know. */
    question: text,
    rows: z
      .array(
        z.strictObject({
          /** What one sees, or has. Code stands in backquotes, here and in `means`. */
          see: text,
          /** Lines to type, and in which language. */
          type: text,
          language: z.enum(['python', 'bash']).default('python'),
          /** What the answer means, and what it cannot tell. */
          means: text,
          /** The slug of the lesson that teaches it. */
          lesson: text,
        }),
      )
      .min(1),
  }),
);
export type CheatSheet = z.infer<typeof CheatSheetFile>;

/** Builds it from `content/cheat-sheet.yaml`, given by path; a course without that file has an empty one. */
export function readCheatSheet(
  files: Record<string, string>,
  lessons: readonly string[],
): { cheatSheet: CheatSheet; problems: Problem[] } {
  const problems: Problem[] = [];
  const cheatSheet: CheatSheet = [];
  for (const [file, content] of Object.entries(files)) {
    const outcome = readYaml(CheatSheetFile, content, file);
    if (outcome.kind === 'invalid') {
      problems.push(...outcome.problems);
      continue;
    }
    cheatSheet.push(...outcome.value);
    for (const [index, { rows }] of outcome.value.entries())
      for (const [number, { lesson }] of rows.entries())
        if (!lessons.includes(lesson))
          problems.push({
            file,
            field: `[${index}].rows[${number}].lesson`,
            message: words.lesson.unknown(lesson),
          });
  }
  return { cheatSheet, problems };
}
