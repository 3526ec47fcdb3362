import { language } from '#words/language';
import { words } from '#words/own-program';
import { conform, CourseError, told } from '../course/problem.ts';
import { readSandbox, type Sandbox } from '../course/sandbox.ts';
import { textOf, type Entry } from './entries.ts';
import { DIAGNOSE } from './file-names.ts';
import { DECLARED, Lesson, programIn, type OwnProgram, type Settings } from './own-program.ts';
import { Refused } from './refused.ts';

/** What only a whole sandbox says of itself: nothing that was taken home has one of these. */
const OF_A_LESSON = ['summary', 'editable', 'fixes', 'decoys', 'pattern', 'verdict', 'preload', 'load'];
/** The judge, and what the tests of this site measured: of no use here. */
const UNREAD = /^leaklab\/|^(test_memory\.py|measured\.json)$/;
const ANSWERS = /^(fixes|decoys)\//;

/** Whether a `sandbox.json` is of a lesson, and not only the settings of a program. */
export function isLesson(declared: unknown): boolean {
  return typeof declared === 'object' && declared !== null && OF_A_LESSON.some((name) => name in declared);
}

/**
 * A sandbox of the documented shape, by the schema of the course, as a program whose load and check are its author's.
 * Its fixes and decoys are looked at, where they are there, and stay behind. Throws `Refused`.
 */
export async function readLesson(
  within: ReadonlyMap<string, Entry>,
  settings: (json: string) => Settings,
): Promise<OwnProgram> {
  const files: Record<string, string> = {};
  for (const [path, entry] of within)
    if (/\.(py|json)$/.test(path) && !UNREAD.test(path)) files[path] = await textOf(entry);
  const { title, contract, summary, editable, verdict, load, project, harness, diagnose } = sandboxIn(files);
  const lesson = conform(Lesson, { summary, editable, verdict, load }, DECLARED);
  if (lesson.kind === 'invalid') throw new Refused(lesson.problems.slice(0, 1).map(told).join(''));
  return programIn(
    {
      settings: { ...settings(files[DECLARED] ?? ''), title, behaviour: contract.behaviour },
      files: { ...project, ...harness, [DIAGNOSE]: diagnose },
      lesson: lesson.value,
    },
    DECLARED,
  );
}

function sandboxIn(files: Record<string, string>): Sandbox {
  const unanswered = !Object.keys(files).some((path) => ANSWERS.test(path));
  try {
    return readSandbox('own', files, { place: '', unanswered, language: language.code });
  } catch (error) {
    const [first, ...more] = error instanceof CourseError ? error.problems : [];
    if (!first) throw error;
    throw new Refused(words.program.andMore(told(first), more.length));
  }
}
