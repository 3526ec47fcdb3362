import type { SandboxFile, SandboxTexts } from '../../../src/course/sandbox-schema.ts';

export function declaration(): SandboxFile {
  return {
    title: 'The request log',
    summary: 'A service that keeps what it was asked.',
    packages: ['flask'],
    preload: ['flask'],
    unit: 'request',
    verdict: 'growing',
    editable: ['app.py', 'log.py'],
    contract: {
      cap: 12800,
      budgetBytes: 65536,
      sensitivity: 1,
      warmUp: 300,
      ratePerSecond: 20,
      behaviour: ['The last request is shown.'],
    },
    observeUnits: 1600,
    load: [],
    fixes: [
      { id: 'deque', title: 'A deque', kind: 'bound', why: 'It has a length.' },
      { id: 'delete', title: 'Delete', kind: 'delete', why: 'It has an end.' },
    ],
    decoys: [
      { id: 'collect', title: 'Collect', verdict: 'growing', why: 'It is reachable.' },
      { id: 'forget', title: 'Forget', verdict: 'broken', why: 'The page is empty.' },
    ],
  };
}

/** A small program that stands without a lesson. */
export const pattern = {
  place: 'registries',
  look: 'Count the lines.',
  answer: 'It grows.',
  case: { title: 'A log', url: 'https://example.org/log' },
} as const;

/** The files of a pattern that is as it should be: no diagnosis, and what its verdict asks for. */
export function patternFiles(
  change: (declared: SandboxFile & Record<string, unknown>) => void = () => {},
): Record<string, string> {
  const { 'diagnosis.py': _diagnosis, ...files } = sandboxFiles((declared) => {
    declared.pattern = structuredClone(pattern);
    change(declared);
  });
  return files;
}

/** What was measured of its culprit. */
export const culprit = { file: 'log.py', line: 4, source: 'LOG.append(line)', type: 'str', root: 'log.LOG' };

/** A sandbox that is as it should be; tests take one thing away. */
export function sandboxFiles(
  change: (declared: SandboxFile & Record<string, unknown>) => void = () => {},
): Record<string, string> {
  const declared = declaration() as SandboxFile & Record<string, unknown>;
  change(declared);
  return {
    'sandbox.json': JSON.stringify(declared),
    'project/app.py': 'import log\n',
    'project/log.py': 'LOG = []\n\ndef add(line):\n    LOG.append(line)\n',
    'workload.py': 'def run(i): ...\n',
    'check.py': 'def after(): ...\n',
    'diagnosis.py': 'culprit = ...\n',
    'diagnose.py': '# Find it.\n',
    'fixes/deque/log.py': '# a deque\n',
    'fixes/delete/log.py': '# deletes\n',
    'decoys/collect/log.py': '# collects\n',
    'decoys/forget/log.py': '# forgets\n',
  };
}

/** Its texts in German, as they should be; tests take one thing away. */
export function germanTexts(
  change: (texts: SandboxTexts & Record<string, unknown>) => void = () => {},
): string {
  const texts: SandboxTexts & Record<string, unknown> = {
    title: 'Das Protokoll',
    summary: 'Ein Dienst, der behält, was man ihn fragt.',
    behaviour: ['Die letzte Anfrage wird gezeigt.'],
    load: {},
    fixes: {
      deque: { title: 'Eine Deque', kind: 'begrenzen', why: 'Sie hat eine Länge.' },
      delete: { title: 'Löschen', kind: 'löschen', why: 'Es hat ein Ende.' },
    },
    decoys: {
      collect: { title: 'Sammeln', why: 'Es ist erreichbar.' },
      forget: { title: 'Vergessen', why: 'Die Seite ist leer.' },
    },
  };
  change(texts);
  return JSON.stringify(texts);
}
