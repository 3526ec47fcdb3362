import type { MeasuredFile } from './measured-schema.ts';
import { CourseError, conform, type Problem } from './problem.ts';
import { SandboxFile } from './sandbox-schema.ts';

export type Overlay = { id: string; title: string; why: string; files: Record<string, string> };
export type Fix = Overlay & { kind: string };
export type Decoy = Overlay & { verdict: SandboxFile['decoys'][number]['verdict'] };

export type Sandbox = Omit<SandboxFile, 'fixes' | 'decoys'> & {
  id: string;
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
const overlayFolders = ['fixes', 'decoys'] as const;

type Schema<T> = Parameters<typeof conform<T>>[0];

/**
 * `place`: what stands before the path of a file that is complained of. `unanswered`: its fixes and decoys were left out.
 * `measuredBy`: the schema of `measured.json`, which else is not looked at; a browser needs neither.
 */
export type Reading = { place?: string; unanswered?: boolean; measuredBy?: Schema<MeasuredFile> };

/** Builds a sandbox from its files, given by their path below its folder; throws a `CourseError`. */
export function readSandbox(
  id: string,
  files: Record<string, string>,
  { place = `sandboxes/${id}/`, unanswered = false, measuredBy }: Reading = {},
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
      : parsed(measuredBy, files['measured.json'], at('measured.json'), problems);
  problems.push(...measuredProblems(declared, measured, at('measured.json')));
  if (problems.length > 0) throw new CourseError(problems);

  return {
    ...declared,
    id,
    project,
    diagnose: files['diagnose.py'] ?? '',
    harness: Object.fromEntries(
      harnessFiles.flatMap((name) => (name in files ? [[name, files[name] ?? '']] : [])),
    ),
    fixes: declared.fixes.map((fix) => ({ ...fix, files: below(files, `fixes/${fix.id}/`) })),
    decoys: declared.decoys.map((decoy) => ({ ...decoy, files: below(files, `decoys/${decoy.id}/`) })),
    measured,
  };
}

function parsed<T>(schema: Schema<T>, text: string | undefined, file: string, problems: Problem[]): T | null {
  if (text === undefined) {
    problems.push({ file, message: 'is missing; every sandbox needs one.' });
    return null;
  }
  try {
    const outcome = conform(schema, JSON.parse(text), file);
    if (outcome.kind === 'valid') return outcome.value;
    problems.push(...outcome.problems);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    problems.push({ file, message: `is not valid JSON: ${error.message}.` });
  }
  return null;
}

function below(files: Record<string, string>, folder: string): Record<string, string> {
  const inside = Object.entries(files).filter(([path]) => path.startsWith(folder));
  return Object.fromEntries(inside.map(([path, text]) => [path.slice(folder.length), text]));
}

function misplaced(files: Record<string, string>, at: (path: string) => string): Problem[] {
  return Object.keys(files)
    .filter((path) => !rootFiles.includes(path) && !/^(project|(fixes|decoys)\/[^/]+)\/[^/]+\.py$/.test(path))
    .map((path) => ({
      file: at(path),
      message: `has no place in a sandbox; use project/, fixes/<id>/, decoys/<id>/ or one of ${rootFiles.join(', ')}.`,
    }));
}

function missing(files: Record<string, string>, isPattern: boolean, at: (path: string) => string): Problem[] {
  const unused = isPattern ? lessonFiles : [];
  return [
    ...[...harnessFiles, 'diagnose.py']
      .filter((name) => files[name] === undefined && !unused.includes(name))
      .map((name) => ({ file: at(name), message: 'is missing; every sandbox needs one.' })),
    ...unused
      .filter((name) => files[name] !== undefined)
      .map((name) => ({
        file: at(name),
        message:
          'has no place in a pattern, which has no lesson; take it out, or "pattern" out of sandbox.json.',
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
    if (count > most) {
      const message = 'must be empty, as "verdict" says that the program is bounded as it stands.';
      return [{ file, field, message }];
    }
    const entries = least === 1 ? 'one entry' : `${least} entries`;
    return count < least ? [{ file, field, message: `needs at least ${entries}.` }] : [];
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
    const message = `workload.py must have it once in LOAD = {...}, as "${one.name}": ${one.default}.`;
    return [{ file, field, message }];
  });
}

function programProblems(declared: SandboxFile, project: Record<string, string>, file: string): Problem[] {
  const problems: Problem[] = [];
  for (const [index, name] of declared.editable.entries()) {
    if (project[name] === undefined) {
      problems.push({
        file,
        field: `editable[${index}]`,
        message: `${name} is not in project/; add the file or take the name out.`,
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
        message: `there is no ${folder}/${id}/ with a Python file; add it or take the entry out.`,
      });
    }
    if (ids.indexOf(id) !== index)
      problems.push({
        file: at('sandbox.json'),
        field,
        message: `"${id}" is there twice; give each its own.`,
      });
  }
  for (const id of [...folders].filter((name) => !ids.includes(name))) {
    problems.push({
      file: at(`${folder}/${id}/`),
      message: `is not declared; add it to "${folder}" in sandbox.json or delete the folder.`,
    });
  }
  for (const [path, text] of Object.entries(below(files, `${folder}/`))) {
    const name = path.split('/')[1] ?? '';
    if (!declared.editable.includes(name)) {
      problems.push({
        file: at(`${folder}/${path}`),
        message:
          'changes a file that the learner cannot edit; add it to "editable" in sandbox.json or leave it out.',
      });
    } else if (project[name] === text) {
      problems.push({
        file: at(`${folder}/${path}`),
        message: `is the same as project/${name}; an overlay holds only files that differ.`,
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
  const wrong = (field: string, what: string) => ({
    file,
    field,
    message: `${what}; run "npm run measure" again.`,
  });
  const problem = (name: string, what: string) => wrong(`variants.${name}`, what);
  const hasCulprit = measured.culprit !== undefined;
  return [
    ...(hasCulprit === (declared.verdict === 'growing')
      ? []
      : [wrong('culprit', hasCulprit ? 'what does not grow has none' : 'is missing')]),
    ...stale.map(([name]) => problem(name, 'is not in sandbox.json any more')),
    ...absent.map((name) => problem(name, 'has not been measured')),
    ...curveless.map(([name]) => problem(name, 'has no reads to draw a curve from')),
  ];
}
