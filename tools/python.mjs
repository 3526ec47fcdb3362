import { spawnSync } from 'node:child_process';

const CANDIDATES = ['python3', 'python', 'python3.14', 'python3.13', 'python3.12', 'python3.11'];
const PROBE =
  'import importlib.util as u, sys; print(*sys.version_info[:2], u.find_spec("pip") is not None, sys.executable)';

/**
 * A Python that can fetch our packages: 3.11 or newer, with pip. `$PYTHON` goes first.
 * @returns {{ kind: 'found', command: string, version: string } | { kind: 'missing', reason: string }}
 */
export function findPython() {
  const chosen = process.env.PYTHON;
  let nearest = `Leaklab needs Python 3.11 or newer with pip, and ${chosen ? `PYTHON=${chosen} does not start` : 'found no Python'}.`;
  for (const candidate of chosen ? [chosen] : CANDIDATES) {
    const probe = spawnSync(candidate, ['-c', PROBE], { encoding: 'utf8' });
    if (probe.status !== 0) continue;
    const [major = '', minor = '', pip = '', ...path] = probe.stdout.trim().split(' ');
    const version = `${major}.${minor}`;
    if (major !== '3' || Number(minor) < 11) {
      nearest = `Leaklab needs Python 3.11 or newer with pip, and found only Python ${version} (${candidate}).`;
    } else if (pip !== 'True') {
      nearest = `Leaklab needs pip, and the Python ${version} here (${candidate}) has none.`;
    } else {
      return { kind: 'found', command: path.join(' ') || candidate, version };
    }
  }
  const remedy = process.platform === 'linux' ? ' On Debian or Ubuntu: apt-get install python3-pip.' : '';
  return {
    kind: 'missing',
    reason: `${nearest} Install it, then start again.${remedy} Or name one: PYTHON=/path/to/python3.`,
  };
}
