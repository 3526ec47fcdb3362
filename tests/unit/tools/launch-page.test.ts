import { expect, it } from 'vitest';
import type { ScormCourse } from '../../../src/scorm/course.ts';
import { launchPage } from '../../../tools/scorm/launch-page.ts';

const course: ScormCourse = { id: 'leaks', kind: 'lesson', title: 'Leaks', version: '1.2', lessons: [] };

it.each([
  ['en', 'Without JavaScript this lesson cannot be opened.', 'Your progress is reported to the LMS.'],
  ['de', 'Ohne JavaScript lässt sich diese Lektion nicht öffnen.', 'Dein Fortschritt wird dem LMS gemeldet.'],
] as const)('a package in the language %s says all in it', async (language, noScript, reported) => {
  const page = await launchPage(language);
  const html = page(course, 'font.woff2');
  expect(html).toContain(`<html lang="${language}">`);
  expect(html).toContain(noScript);
  expect(html).toContain(reported);
});
