import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { SandboxFile } from '../../src/course/sandbox-schema.ts';
import { ROOT } from '../../tools/stage.ts';

/** `source` is the path of the prose, in the project. */
export type Lesson = { source: string; slug: string; title: string; sandboxId: string; sandbox: SandboxFile };

const FrontMatter = z.object({ title: z.string(), sandbox: z.string() });

/** Every lesson that there is, read from its source: a new lesson is tested without being named here. */
export const LESSONS: readonly Lesson[] = readdirSync(join(ROOT, 'content', 'lessons'))
  .sort()
  .map((folder) => {
    const source = `content/lessons/${folder}/lesson.svx`;
    const text = readFileSync(join(ROOT, source), 'utf8');
    const front = FrontMatter.parse(parse(text.split(/^---$/m)[1] ?? ''));
    const sandbox = readFileSync(join(ROOT, 'sandboxes', front.sandbox, 'sandbox.json'), 'utf8');
    return {
      source,
      slug: folder.replace(/^\d+-/, ''),
      title: front.title,
      sandboxId: front.sandbox,
      sandbox: SandboxFile.parse(JSON.parse(sandbox)),
    };
  });
