import { words } from '#words/course';
import type { MeasuredFile, MeasuredTexts } from './measured-schema.ts';
import { CourseError, conform, type Problem } from './problem.ts';
import { SandboxFile, SandboxTexts } from './sandbox-schema.ts';
import { saidProblems, textProblems, withSaid, withTexts } from './sandbox-texts.ts';
import { inLanguage, TRANSLATIONS, type Code } from './translations.ts';

export type Overlay = { id: string; title: string; why: string; files: Record<string, string> };
export type Fix = Overlay & { kind: string };
export type Decoy = Overlay & { verdict: SandboxFile['decoys'][number]['verdict'] };

export type Sandbox = Omit<SandboxFile, 'fixes' | 'decoys'> & {
  id: string;
  /** What its texts are in. */
  language: Code;
  /** The program as it stands: file name to text. */
  project: Record<string, string>;
  /** The starting text of the learner's own diagnostics. */
  diagnose: string;
  /** `workload.py`, `check.py`, `diagnosis.py`; a pattern has no diagnosis to grade. */
  harness: Record<string, string>;
  fixes: Fix[];
  decoys: Decoy[];
  /** Null until the sandbox has been measured. */
  measured: MeasuredFile | null;
};

const harnessFiles = ['workload.py', 'check.py', 'diagnosis.py'];
/** What a pattern has no use for, as no lesson speaks of it. */
const lessonFiles = ['diagnosis.py', 'diagnose_solved.py', 'probes.py', 'measured.json'];
const authorFiles = ['sandbox.json', 'measured.json', 'mutants.json', 'probes.py', 'diagnose_solved.py'];
const rootFiles = [...authorFiles, 'diagnose.py', ...harnessFiles];
const translations = TRANSLATIONS.flatMap((code) =>
  ['sandbox.json', 'measured.json'].map((name) => inLanguage(name, code)),
);
const overlayFolders = ['fixes', 'decoys'] as const;

type Schema<T> = Parameters<typeof conform<T>>[0];

/**
 * `place`: what stands before the path of a file that is complained of. `unanswered`: its fixes and decoys were left out.
 * `measuredBy`: the schemas of `measured.json` and of its texts in another language, which else are not looked at; a browser
 * needs neither. `language`: that in which the texts are wanted; those of every other are looked at too.
 */
export type Reading = {
  place?: string;
  unanswered?: boolean;
  measuredBy?: { file: Schema<MeasuredFile>; texts: Schema<MeasuredTexts> };
  language?: Code;
};

/** Builds a sandbox from its files, given by their path below its folder; throws a `CourseError`. */
export function readSandbox(
  id: string,
  files: Record<string, string>,
  { place = `sandboxes/${id}/`, unanswered = false, measuredBy, language = 'en' }: Reading = {},
): Sandbox {
  const problems: Problem[] = [];
  const at = (path: string) => place + path;
  const declared = parsed(SandboxFile, files['sandbox.json'], at('sandbox.json'), problems);
  if (declared === null) throw new CourseError(problems);

  const project = below(files, 'project/');
  const isPattern = declared.pattern !== undefined;
  problems.push(...misplaced(files, at), ...missing(files, isPattern, at));
  problems.push(...countProblems(declared, at('sandbox.json')));
  problems.push(...loadProblems(declared, files['workload.py'] ?? '', at('sandbox.json')));
  problems.push(...programProblems(declared, project, at('sandbox.json')));
  for (const folder of unanswered ? [] : overlayFolders)
    problems.push(...overlayProblems(folder, declared, files, project, at));
  const measured =
    files['measured.json'] === undefined || !measuredBy
      ? null
      : parsed(measuredBy.file, files['measured.json'], at('measured.json'), problems);
  problems.push(...measuredProblems(declared, measured, at('measured.json')));
  let shown = { declared, measured, language: 'en' as Code };
  for (const code of TRANSLATIONS) {
    const name = inLanguage('sandbox.json', code);
    if (files[name] === undefined) continue;
    const texts = parsed(SandboxTexts, files[name], at(name), problems);
    if (texts === null) continue;
    problems.push(...textProblems(declared, texts, at(name)));
    const told = inLanguage('measured.json', code);
    const said =
      measured && measuredBy && files[told] !== undefined
        ? parsed(measuredBy.texts, files[told], at(told), problems)
        : null;
    if (measured && said) problems.push(...saidProblems(measured, said, at(told)));
    if (code === language)
      shown = {
        declared: withTexts(declared, texts),
        measured: measured && said ? withSaid(measured, said) : measured,
        language: code,
      };
  }
  if (problems.length > 0) throw new CourseError(problems);

  return {
    ...shown.declared,
    id,
    language: shown.language,
    project,
    diagnose: files['diagnose.py'] ?? '',
    harness: Object.fromEntries(
      harnessFiles.flatMap((name) => (name in files ? [[name, files[name] ?? '']] : [])),
    ),
    fixes: shown.declared.fixes.map((fix) => ({ ...fix, files: below(files, `fixes/${fix.id}/`) })),
    decoys: shown.declared.decoys.map((decoy) => ({ ...decoy, files: below(files, `decoys/${decoy.id}/`) })),
    measured: shown.measured,
  };
}

function parsed<T>(schema: Schema<T>, text: string | undefined, file: string, problems: Problem[]): T | null {
  if (text === undefined) {
    problems.push({ file, message: words.sandbox.fileMissing });
    return null;
  }
  try {
    const outcome = conform(schema, JSON.parse(text), file);
    if (outcome.kind === 'valid') return outcome.value;
    problems.push(...outcome.problems);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    problems.push({ file, message: words.notJson(error.message) });
  }
  return null;
}

function below(files: Record<string, string>, folder: string): Record<string, string> {
  const inside = Object.entries(files).filter(([path]) => path.startsWith(folder));
  return Object.fromEntries(inside.map(([path, text]) => [path.slice(folder.length), text]));
}

function misplaced(files: Record<string, string>, at: (path: string) => string): Problem[] {
  return Object.keys(files)
    .filter(
      (path) =>
        ![...rootFiles, ...translations].includes(path) &&
        !/^(project|(fixes|decoys)\/[^/]+)\/[^/]+\.py$/.test(path),
    )
    .map((path) => ({
      file: at(path),
      message: words.sandbox.noPlace(rootFiles.join(', ')),
    }));
}

function missing(files: Record<string, string>, isPattern: boolean, at: (path: string) => string): Problem[] {
  const unused = isPattern ? lessonFiles : [];
  return [
    ...[...harnessFiles, 'diagnose.py']
      .filter((name) => files[name] === undefined && !unused.includes(name))
      .map((name) => ({ file: at(name), message: words.sandbox.fileMissing })),
    ...unused
      .filter((name) => files[name] !== undefined)
      .map((name) => ({
        file: at(name),
        message: words.sandbox.noPlaceInPattern,
      })),
  ];
}

/** How many fixes and decoys a sandbox has at least, and at most. */
function boundsOf({
  pattern,
  verdict,
}: SandboxFile): Record<(typeof overlayFolders)[number], [number, number]> {
  const least = pattern === undefined ? 2 : 1;
  return { fixes: verdict === 'bounded' ? [0, 0] : [least, Infinity], decoys: [least, Infinity] };
}

function countProblems(declared: SandboxFile, file: string): Problem[] {
  const bounds = boundsOf(declared);
  return overlayFolders.flatMap((field) => {
    const count = declared[field].length;
    const [least, most] = bounds[field];
    if (count > most) return [{ file, field, message: words.sandbox.noFixes }];
    const message = least === 1 ? words.sandbox.oneEntry : words.schema.fewEntries(String(least));
    return count < least ? [{ file, field, message }] : [];
  });
}

/** What can be turned is declared twice: for the page here, and where it is used in `LOAD = {"clients": 5}`. */
function loadProblems({ load }: SandboxFile, workload: string, file: string): Problem[] {
  const declared = new Map(
    [...(/^LOAD = \{(.*?)\}/ms.exec(workload)?.[1] ?? '').matchAll(/"(\w+)": (-?\d+)/g)].map(
      ([, name, value]) => [name, Number(value)],
    ),
  );
  return load.flatMap((one, index) => {
    const field = `load[${index}].default`;
    if (declared.get(one.name) === one.default && load.findIndex(({ name }) => name === one.name) === index)
      return [];
    return [{ file, field, message: words.sandbox.inWorkload(one.name, one.default) }];
  });
}

function programProblems(declared: SandboxFile, project: Record<string, string>, file: string): Problem[] {
  const problems: Problem[] = [];
  for (const [index, name] of declared.editable.entries()) {
    if (project[name] === undefined) {
      problems.push({
        file,
        field: `editable[${index}]`,
        message: words.sandbox.notInProject(name),
      });
    }
  }
  return problems;
}

function overlayProblems(
  folder: (typeof overlayFolders)[number],
  declared: SandboxFile,
  files: Record<string, string>,
  project: Record<string, string>,
  at: (path: string) => string,
): Problem[] {
  const problems: Problem[] = [];
  const ids = declared[folder].map((overlay) => overlay.id);
  const folders = new Set(Object.keys(below(files, `${folder}/`)).map((path) => path.split('/')[0] ?? ''));
  for (const [index, id] of ids.entries()) {
    const field = `${folder}[${index}].id`;
    if (!folders.has(id)) {
      problems.push({
        file: at('sandbox.json'),
        field,
        message: words.sandbox.noFolder(`${folder}/${id}`),
      });
    }
    if (ids.indexOf(id) !== index)
      problems.push({
        file: at('sandbox.json'),
        field,
        message: words.sandbox.idTwice(id),
      });
  }
  for (const id of [...folders].filter((name) => !ids.includes(name))) {
    problems.push({
      file: at(`${folder}/${id}/`),
      message: words.sandbox.undeclared(folder),
    });
  }
  for (const [path, text] of Object.entries(below(files, `${folder}/`))) {
    const name = path.split('/')[1] ?? '';
    if (!declared.editable.includes(name)) {
      problems.push({
        file: at(`${folder}/${path}`),
        message: words.sandbox.notEditable,
      });
    } else if (project[name] === text) {
      problems.push({
        file: at(`${folder}/${path}`),
        message: words.sandbox.sameAsProject(name),
      });
    }
  }
  return problems;
}

function measuredProblems(declared: SandboxFile, measured: MeasuredFile | null, file: string): Problem[] {
  if (measured === null) return [];
  const known = [
    'starter',
    ...overlayFolders.flatMap((folder) => declared[folder].map(({ id }) => `${folder}/${id}`)),
  ];
  const runs = Object.entries(measured.variants);
  const stale = runs.filter(([name]) => !known.includes(name));
  const absent = known.filter((name) => measured.variants[name] === undefined);
  const curveless = runs.filter(([, run]) => run.bytesPerUnit !== undefined && (run.reads ?? []).length < 2);
  const { noCulprit, culpritMissing, stale: isStale, absent: isAbsent, noReads } = words.measured;
  const wrong = (field: string, message: string) => ({ file, field, message });
  const problem = (name: string, message: string) => wrong(`variants.${name}`, message);
  const hasCulprit = measured.culprit !== undefined;
  return [
    ...(hasCulprit === (declared.verdict === 'growing')
      ? []
      : [wrong('culprit', hasCulprit ? noCulprit : culpritMissing)]),
    ...stale.map(([name]) => problem(name, isStale)),
    ...absent.map((name) => problem(name, isAbsent)),
    ...curveless.map(([name]) => problem(name, noReads)),
  ];
}
