/** How units are loaded, as the text of the program has it; the judge looks at the function itself. */
export type LoadKind = 'plain' | 'async' | 'missing';

export function loadKind(files: Readonly<Record<string, string>>): { file: string; kind: LoadKind } {
  const file = files['workload.py'] === undefined ? 'program.py' : 'workload.py';
  const text = files[file] ?? '';
  if (/^async\s+def\s+run\b/m.test(text)) return { file, kind: 'async' };
  return {
    file,
    kind: /^(def\s+run\b|run\s*=|from\s.*\bimport\b.*\brun\b)/m.test(text) ? 'plain' : 'missing',
  };
}
