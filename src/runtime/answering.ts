import type { loadPyodide } from 'pyodide';

type Pyodide = Awaited<ReturnType<typeof loadPyodide>>;
type Host = { answer(question: string): string };

const FOLDER = '/lib/language';
const HOME = '/home/learner';

/**
 * Unpacks the language service, which reads files of its own as files, and opens it. `looking` are paths that `diagnose.py`
 * alone imports from.
 */
export function answering(
  pyodide: Pyodide,
  archive: Uint8Array<ArrayBuffer>,
  looking: readonly string[],
): (question: string, emit: (answer: string) => void) => void {
  pyodide.unpackArchive(archive, 'zip', { extractDir: FOLDER });
  const sys = pyodide.pyimport('sys') as { path: { append(path: string): void }; destroy(): void };
  sys.path.append(FOLDER);
  sys.destroy();
  const service = pyodide.pyimport('language.host') as {
    open_host(home: string, own: string, looking: readonly string[]): Host;
  };
  const host = service.open_host(HOME, FOLDER, looking);
  return (question, emit) => emit(host.answer(question));
}
