import { STAGES } from '../../../src/progress/reached.ts';
import type { Kept } from '../../../src/progress/schema.ts';
import type { ScormCourse, ScormLesson } from '../../../src/scorm/course.ts';

const LINES = Array.from(
  { length: 120 },
  (_, line) => `def handler_${line}(request): return ${line * 7919}\n`,
);

export function lessonOf(slug: string, part: Partial<ScormLesson> = {}): ScormLesson {
  const start = { 'app.py': LINES.join(''), 'diagnose.py': 'import gc\n' };
  return { slug, title: slug, version: 2, stages: STAGES, start, ...part };
}

export function courseOf(lessons: readonly ScormLesson[], part: Partial<ScormCourse> = {}): ScormCourse {
  return { kind: 'path', id: 'on-call', title: 'On call', version: '1.2', lessons, ...part };
}

export function keptOf(part: Partial<Kept> = {}): Kept {
  return { lessonVersion: 2, files: {}, setAside: {}, reached: [], opened: [], ...part };
}
