import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../../../tools/build/stage.ts';

it('lesson 01 tells of the rule what the corpus of the judge found', () => {
  const table = readFileSync(join(ROOT, 'tests', 'corpus', 'README.md'), 'utf8');
  const row = /^\| 1 MB after 1,000 \| (\d+) \| (\d+) \| 0 \|/m.exec(table);
  const [found, missed] = [Number(row?.[1]), Number(row?.[2])];
  const lesson = readFileSync(join(ROOT, 'content', 'lessons', '01-line-or-plateau', 'lesson.svx'), 'utf8');
  expect(lesson.replaceAll('\n', ' ')).toContain(
    `${found + missed} of which leak: “less than 1 MB more after 1,000” lets ${missed} of them pass.`,
  );
});
