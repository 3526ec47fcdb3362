/** Folders that a path to a module is long for: of installed packages, of the standard library, of the program's own. */
const FOLDERS =
  /(?<![\w.-])(?:\/[\w.+-]+)*\/(?:python3\.\d+\/(?:site|dist)-packages|python3\.\d+|python3\d+\.zip|home\/learner|sandbox)\/(?=[\w./-]*\.py\b)/g;

/** `/lib/python3.14/site-packages/werkzeug/wrappers/request.py:412` as `werkzeug/wrappers/request.py:412`. */
export function shortPaths(text: string): string {
  return text.replace(FOLDERS, '');
}
