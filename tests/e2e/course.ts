import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { SandboxFile } from '../../src/course/sandbox-schema.ts';
import { ROOT } from '../../tools/stage.ts';

export type Lesson = { slug: string; title: string; sandboxId: string; sandbox: SandboxFile };

const FrontMatter = z.object({ title: z.string(), sandbox: z.string() });

/** Every lesson that there is, read from its source: a new lesson is tested without being named here. */
export const LESSONS: readonly Lesson[] = readdirSync(join(ROOT, 'content', 'lessons'))
  .sort()
  .map((folder) => {
    const text = readFileSync(join(ROOT, 'content', 'lessons', folder, 'lesson.svx'), 'utf8');
    const front = FrontMatter.parse(parse(text.split(/^---$/m)[1] ?? ''));
    const sandbox = readFileSync(join(ROOT, 'sandboxes', front.sandbox, 'sandbox.json'), 'utf8');
    return {
      slug: folder.replace(/^\d+-/, ''),
      title: front.title,
      sandboxId: front.sandbox,
      sandbox: SandboxFile.parse(JSON.parse(sandbox)),
    };
  });
