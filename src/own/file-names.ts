import { KEYWORDS, TAKEN_MODULES } from './python-names.ts';
import { hasUnseen, shown } from './refused.ts';

export const PROGRAM = 'program.py';
export const DIAGNOSE = 'diagnose.py';
/** Files that load, check and grade the program; they lie beside it and not in its folder. */
export const HARNESS: readonly string[] = ['workload.py', 'check.py', 'diagnosis.py'];

const LONGEST = 64;

/** Why a file of the program cannot have this name; null where Python can import it. `others` are there already. */
export function nameComplaint(name: string, others: readonly string[]): string | null {
  if (name.trim() === '') return 'Give the file a name, such as helpers.py.';
  if (hasUnseen(name)) return `${shown(name)} has a character that is not seen. Use letters, digits and _.`;
  if (name.length > LONGEST)
    return `${shown(name)} is longer than ${LONGEST} characters. Choose a shorter name.`;
  if (/[/\\]/.test(name))
    return `${shown(name)} names a folder. All files of a program lie in one; leave it out.`;
  if (!name.endsWith('.py')) return `${shown(name)} does not end in .py. Only Python files can be here.`;
  const module = name.slice(0, -'.py'.length);
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(module))
    return `Python cannot import ${shown(name)}. Use letters, digits and _, and begin with no digit.`;
  if (KEYWORDS.has(module))
    return `Python cannot import ${shown(name)}: ${module} is a word of the language.`;
  if (TAKEN_MODULES.has(module))
    return `${shown(name)} has the name of a module that Python has already. Choose another name.`;
  const same = others.find((other) => other.toLowerCase() === name.toLowerCase());
  if (same !== undefined) return `There is a file ${shown(same)} already. Choose another name.`;
  return null;
}
