import { words } from '#words/own-program';
import { KEYWORDS, TAKEN_MODULES } from './python-names.ts';
import { hasUnseen, shown } from './refused.ts';

export const PROGRAM = 'program.py';
export const DIAGNOSE = 'diagnose.py';
/** Files that load, check and grade the program; they lie beside it and not in its folder. */
export const HARNESS: readonly string[] = ['workload.py', 'check.py', 'diagnosis.py'];

const LONGEST = 64;

/** Why a file of the program cannot have this name; null where Python can import it. `others` are there already. */
export function nameComplaint(name: string, others: readonly string[]): string | null {
  const { fileName } = words;
  if (name.trim() === '') return fileName.empty;
  if (hasUnseen(name)) return fileName.unseen(shown(name));
  if (name.length > LONGEST) return fileName.tooLong(shown(name), LONGEST);
  if (/[/\\]/.test(name)) return fileName.folder(shown(name));
  if (!name.endsWith('.py')) return fileName.notPython(shown(name));
  const module = name.slice(0, -'.py'.length);
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(module)) return fileName.noModule(shown(name));
  if (KEYWORDS.has(module)) return fileName.keyword(shown(name), module);
  if (TAKEN_MODULES.has(module)) return fileName.taken(shown(name));
  const same = others.find((other) => other.toLowerCase() === name.toLowerCase());
  return same === undefined ? null : fileName.twice(shown(same));
}
