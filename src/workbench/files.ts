import type { WorkbenchSandbox } from './workbench-sandbox.ts';

export const DIAGNOSE = 'diagnose.py';

/** A file as a tab. `role` says whose it is, `note` what it is for. */
export type BenchFile = {
  name: string;
  role: 'program' | 'learner' | 'harness';
  editable: boolean;
  start: string;
  note: string;
};

const harnessNotes: Record<string, (unit: string) => string> = {
  'workload.py': (unit) => `One ${unit} of load. Every run calls it again and again.`,
  'check.py': () => 'What a fix must keep. Check asserts it under load.',
};

/** The tabs in reading order: the program, the learner's own file, then what loads and checks it. */
export function benchFiles(sandbox: WorkbenchSandbox): BenchFile[] {
  const locked = Object.keys(sandbox.project).filter((name) => !sandbox.editable.includes(name));
  const program = [...sandbox.editable, ...locked].map((name): BenchFile => ({
    name,
    role: 'program',
    editable: sandbox.editable.includes(name),
    start: sandbox.project[name] ?? '',
    note: sandbox.editable.includes(name)
      ? 'Part of the program; change what you like.'
      : 'Part of the program.',
  }));
  const learner: BenchFile = {
    name: DIAGNOSE,
    role: 'learner',
    editable: true,
    start: sandbox.diagnose,
    note: 'Yours. Diagnose runs it inside the living program.',
  };
  const harness = Object.entries(harnessNotes).flatMap(([name, note]): BenchFile[] => {
    const start = sandbox.harness[name];
    return start === undefined
      ? []
      : [{ name, role: 'harness', editable: false, start, note: note(sandbox.unit) }];
  });
  return [...program, learner, ...harness];
}
