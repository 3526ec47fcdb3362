import { words } from '#words/course';
import type { Glossary } from './glossary.ts';
import type { Problem } from './problem.ts';
import { SymptomsFile } from './symptom-schema.ts';
import { readYaml } from './yaml-file.ts';

/** `id` is its anchor on the page of symptoms. */
export type Symptom = SymptomsFile[string] & { id: string };

type Known = { glossary: Glossary; lessons: readonly string[]; sandboxes: readonly string[] };

/** Builds the symptoms from `content/symptoms/*.yaml`, given by path, in the order of files and lines. */
export function readSymptoms(
  files: Record<string, string>,
  { glossary, lessons, sandboxes }: Known,
): { symptoms: Symptom[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const symptoms: Symptom[] = [];
  for (const [file, text] of Object.entries(files)) {
    const outcome = readYaml(SymptomsFile, text, file);
    if (outcome.kind === 'invalid') {
      problems.push(...outcome.problems);
      continue;
    }
    for (const [id, told] of Object.entries(outcome.value)) {
      const check = (
        kind: 'words' | 'lessons' | 'sandboxes',
        isKnown: (name: string) => boolean,
        where: string,
      ) => {
        for (const [index, name] of told[kind].entries())
          if (!isKnown(name))
            problems.push({
              file,
              field: `${id}.${kind}[${index}]`,
              message: words.symptom.unknown(name, where),
            });
      };
      check('words', (word) => glossary.named(word) !== undefined, 'content/glossary/');
      check('lessons', (slug) => lessons.includes(slug), 'content/lessons/');
      check('sandboxes', (name) => sandboxes.includes(name), 'sandboxes/');
      if (symptoms.some((other) => other.id === id))
        problems.push({ file, field: id, message: words.symptom.twice });
      symptoms.push({ ...told, id });
    }
  }
  return { symptoms, problems };
}
