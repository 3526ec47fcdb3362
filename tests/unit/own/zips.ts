import { strToU8, zipSync, type Zippable } from 'fflate';
import { entriesOf } from '../../../src/own/zip.ts';
import { readProgram, type Brought } from '../../../src/own/read-program.ts';

export const KNOWN = ['flask', 'celery'];
const CONTRACT = { cap: 3200, budgetBytes: 65536, sensitivity: 1, warmUp: 100, ratePerSecond: 5 };
export const DECLARED = { title: 'Loans', unit: 'loan', packages: [], contract: CONTRACT };

/** A whole sandbox, without its answers, that somebody made a lesson of. */
export const LESSON: Readonly<Record<string, string>> = {
  'sandbox.json': JSON.stringify({
    ...DECLARED,
    title: 'The returns desk',
    summary: 'It takes loans back.',
    preload: [],
    editable: ['ledger.py'],
    contract: { ...CONTRACT, behaviour: ['The newest loan is shown first.'] },
    observeUnits: 800,
    fixes: ['first', 'second'].map((id) => ({
      id,
      title: 'A bound',
      kind: 'Bound it',
      why: 'It is enough.',
    })),
    decoys: ['third', 'fourth'].map((id) => ({ id, title: 'Wait', verdict: 'growing', why: 'It grows.' })),
  }),
  'project/ledger.py': 'KEPT = []\n',
  'project/titles.py': 'TITLES = ("Persuasion",)\n',
  'workload.py': 'import ledger\n\n\ndef run(i):\n    ledger.KEPT.append(i)\n',
  'check.py': 'def after():\n    pass\n',
  'diagnosis.py': 'from leaklab.diagnosis import Culprit\n\nculprit = Culprit(what=["int"])\n',
  'diagnose.py': '# yours\n',
};

/** A sandbox’s folder as a zip; a value of undefined leaves a file out. */
export function sandboxZip(changed: Record<string, string | undefined> = {}): Uint8Array {
  const files: Record<string, string | undefined> = {
    'sandbox.json': JSON.stringify(DECLARED),
    'project/ledger.py': 'KEPT = []\n',
    'workload.py': 'import ledger\n\n\ndef run(i):\n    ledger.KEPT.append(i)\n',
    'check.py': 'def after():\n    pass\n',
    ...changed,
  };
  return zipped(
    Object.fromEntries(
      Object.entries(files).flatMap(([path, text]) => (text === undefined ? [] : [[path, strToU8(text)]])),
    ),
  );
}

export function zipped(files: Zippable): Uint8Array {
  return zipSync(files, { level: 9 });
}

export async function read(zip: Uint8Array): Promise<Brought> {
  return readProgram(entriesOf(zip), KNOWN);
}

/** The sentence that a zip is refused with; '' where it is opened. */
export async function refusal(open: () => Promise<unknown>): Promise<string> {
  try {
    await open();
    return '';
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
}

/** The zip with other bytes at `offset` of the directory’s first entry. */
export function patched(zip: Uint8Array, offset: number, ...bytes: number[]): Uint8Array {
  const copy = zip.slice();
  const at = copy.findIndex(
    (_, index) =>
      copy[index] === 0x50 && copy[index + 1] === 0x4b && copy[index + 2] === 1 && copy[index + 3] === 2,
  );
  copy.set(bytes, at + offset);
  return copy;
}
