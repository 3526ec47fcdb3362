import { describe, expect, test } from 'vitest';
import { MeasuredFile, MeasuredTexts } from '../../../src/course/measured-schema.ts';
import { CourseError, told } from '../../../src/course/problem.ts';
import type { SandboxFile } from '../../../src/course/sandbox-schema.ts';
import { readSandbox } from '../../../src/course/sandbox.ts';
import { culprit, germanTexts, pattern, patternFiles, sandboxFiles } from './sandbox-files.ts';

function problemsOf(files: Record<string, string>): string[] {
  try {
    readSandbox('request-log', files, { measuredBy: { file: MeasuredFile, texts: MeasuredTexts } });
    return [];
  } catch (error) {
    if (!(error instanceof CourseError)) throw error;
    return error.problems.map(told);
  }
}

function without(name: string): Record<string, string> {
  return Object.fromEntries(Object.entries(sandboxFiles()).filter(([path]) => path !== name));
}

const run = { kind: 'growing', sentence: 'It grows.', lead: '', units: 12800 };
const variants = {
  starter: run,
  'fixes/deque': run,
  'fixes/delete': run,
  'decoys/collect': run,
  'decoys/forget': run,
};
const home = { python: '3.11', times: 1.8 };
const measured = (change: object = {}) =>
  JSON.stringify({ pyodide: '314.0.7', culprit, home, variants, figures: {}, ...change });

describe('a sandbox', () => {
  test('is read from its files', () => {
    const sandbox = readSandbox(
      'request-log',
      { ...sandboxFiles(), 'measured.json': measured() },
      { measuredBy: { file: MeasuredFile, texts: MeasuredTexts } },
    );
    expect(sandbox).toMatchObject({
      id: 'request-log',
      diagnose: '# Find it.\n',
      harness: { 'workload.py': 'def run(i): ...\n' },
      fixes: [{ id: 'deque', files: { 'log.py': '# a deque\n' } }, { id: 'delete' }],
      measured: { variants: { starter: { kind: 'growing' } } },
    });
    expect(Object.keys(sandbox.project)).toEqual(['app.py', 'log.py']);
  });

  test('may have a solved diagnosis, which is no part of the program', () => {
    const sandbox = readSandbox('request-log', { ...sandboxFiles(), 'diagnose_solved.py': '# Solved.\n' });
    expect(JSON.stringify(sandbox)).not.toContain('Solved');
  });

  test('is not measured until measured.json is there', () => {
    expect(readSandbox('request-log', sandboxFiles()).measured).toBeNull();
  });

  test('says what can be turned of its load, and that its workload has it', () => {
    const turnable = { name: 'clients', label: 'Clients', default: 5, least: 1, most: 50 };
    const files = (change: object, workload = 'LOAD = {"clients": 5, "errors": 15}\n') => ({
      ...sandboxFiles((declared) => (declared.load = [{ ...turnable, ...change }])),
      'workload.py': `${workload}def run(i): ...\n`,
    });
    expect(readSandbox('request-log', files({})).load).toEqual([turnable]);
    const missing = (name: string, value: number) =>
      `sandboxes/request-log/sandbox.json: load[0].default: workload.py must have it once in LOAD = {...}, as "${name}": ${value}.`;
    expect(problemsOf(files({ name: 'shops' }))).toEqual([missing('shops', 5)]);
    expect(problemsOf(files({ default: 6 }))).toEqual([missing('clients', 6)]);
    expect(problemsOf(files({}, ''))).toEqual([missing('clients', 5)]);
    expect(problemsOf(files({ most: 4 }))).toEqual([
      'sandboxes/request-log/sandbox.json: load[0].default: must lie between least and most.',
    ]);
    expect(problemsOf(files({ name: 'All Clients' }))).toHaveLength(1);
  });

  test('reports every problem at once', () => {
    const files = sandboxFiles((declared) => {
      declared.title = '';
      declared.unit = 'Two Words';
    });
    expect(problemsOf(files)).toHaveLength(2);
  });

  test('tells in its error that the course cannot be built', () => {
    expect(() => readSandbox('request-log', {})).toThrow(
      'The course cannot be built:\n  sandboxes/request-log/sandbox.json: is missing; every sandbox needs one.',
    );
  });
});

describe('each problem names the file, the field and what to do', () => {
  const declared: [string, Parameters<typeof sandboxFiles>[0], string][] = [
    ['a missing field', (d) => Reflect.deleteProperty(d, 'title'), 'title: is missing; add it (text).'],
    ['an empty field', (d) => (d.title = ''), 'title: must not be empty.'],
    [
      'a list that is missing',
      (d) => Reflect.deleteProperty(d, 'packages'),
      'packages: is missing; add it (a list).',
    ],
    [
      'a field of another kind',
      (d) => Object.assign(d, { contract: 'none' }),
      'contract: must be an object with named fields.',
    ],
    [
      'a misspelt field',
      (d) => (d.titel = 'x'),
      'titel: is not a known field; correct its spelling or take it out.',
    ],
    [
      'a misspelt field inside',
      (d) => Object.assign(d.contract, { buget: 1 }),
      'contract.buget: is not a known field; correct its spelling or take it out.',
    ],
    ['a cap too low for the ladder', (d) => (d.contract.cap = 100), 'contract.cap: must be at least 3200.'],
    [
      'a budget of nothing',
      (d) => (d.contract.budgetBytes = 0),
      'contract.budgetBytes: must be more than 0.',
    ],
    ['half a unit', (d) => (d.observeUnits = 0.5), 'observeUnits: must be a whole number.'],
    [
      'a unit of two words',
      (d) => (d.unit = 'Web request'),
      'unit: must be one word in small letters, such as request.',
    ],
    [
      'an identifier with capitals',
      (d) => Object.assign(d.fixes[0] ?? {}, { id: 'Deque' }),
      'fixes[0].id: must be kebab-case: lower-case letters, digits and hyphens.',
    ],
    [
      'a file that is no Python file',
      (d) => (d.editable[0] = 'app.txt'),
      'editable[0]: must be the name of a Python file, such as app.py.',
    ],
    [
      'an unknown verdict',
      (d) => Object.assign(d.decoys[0] ?? {}, { verdict: 'leaky' }),
      'decoys[0].verdict: must be one of growing, over-budget, costly, inconclusive, broken, crashed.',
    ],
    [
      'an editable file that is not there',
      (d) => d.editable.push('db.py'),
      'editable[2]: db.py is not in project/; add the file or take the name out.',
    ],
  ];
  test.each(declared)('%s', (_name, change, message) => {
    expect(problemsOf(sandboxFiles(change))).toContain(`sandboxes/request-log/sandbox.json: ${message}`);
  });

  test('only one fix', () => {
    expect(problemsOf(sandboxFiles((d) => (d.fixes.length = 1)))).toContain(
      'sandboxes/request-log/sandbox.json: fixes: needs at least 2 entries.',
    );
  });

  test('two fixes of one name', () => {
    expect(problemsOf(sandboxFiles((d) => Object.assign(d.fixes[1] ?? {}, { id: 'deque' })))).toContain(
      'sandboxes/request-log/sandbox.json: fixes[1].id: "deque" is there twice; give each its own.',
    );
  });

  test('sandbox.json that is not JSON', () => {
    expect(problemsOf({ ...sandboxFiles(), 'sandbox.json': '{ "title": }' })).toEqual([
      expect.stringMatching(/^sandboxes\/request-log\/sandbox\.json: is not valid JSON: .*\.$/),
    ]);
  });

  test.each(['workload.py', 'check.py', 'diagnosis.py', 'diagnose.py'])('no %s', (name) => {
    expect(problemsOf(without(name))).toEqual([
      `sandboxes/request-log/${name}: is missing; every sandbox needs one.`,
    ]);
  });

  test('a fix without its folder', () => {
    expect(problemsOf(without('fixes/delete/log.py'))).toEqual([
      'sandboxes/request-log/sandbox.json: fixes[1].id: there is no fixes/delete/ with a Python file; add it or take the entry out.',
    ]);
  });

  test('a folder of a decoy that is not declared', () => {
    expect(problemsOf({ ...sandboxFiles(), 'decoys/reboot/log.py': '# restarts\n' })).toEqual([
      'sandboxes/request-log/decoys/reboot/: is not declared; add it to "decoys" in sandbox.json or delete the folder.',
    ]);
  });

  test('an overlay of a file that the learner cannot edit', () => {
    expect(problemsOf({ ...sandboxFiles(), 'project/wire.py': '', 'fixes/deque/wire.py': '#\n' })).toEqual([
      'sandboxes/request-log/fixes/deque/wire.py: changes a file that the learner cannot edit; add it to "editable" in sandbox.json or leave it out.',
    ]);
  });

  test('an overlay that changes nothing', () => {
    expect(problemsOf({ ...sandboxFiles(), 'fixes/deque/app.py': 'import log\n' })).toEqual([
      'sandboxes/request-log/fixes/deque/app.py: is the same as project/app.py; an overlay holds only files that differ.',
    ]);
  });

  test.each(['diagnoze.py', 'project/deep/app.py', 'fixes/log.py'])('a file without a place: %s', (path) => {
    expect(problemsOf({ ...sandboxFiles(), [path]: '' })[0]).toMatch(
      `sandboxes/request-log/${path}: has no place in a sandbox; use project/, fixes/<id>/, decoys/<id>/ or one of sandbox.json,`,
    );
  });

  test('a run that was measured before its fix was taken out', () => {
    const files = {
      ...sandboxFiles(),
      'measured.json': measured({ variants: { ...variants, 'fixes/old': run } }),
    };
    expect(problemsOf(files)).toEqual([
      'sandboxes/request-log/measured.json: variants.fixes/old: is not in sandbox.json any more; run "npm run measure" again.',
    ]);
  });

  test('a run that was measured without its curve', () => {
    const starter = { ...run, bytesPerUnit: 100, reads: [[0, 0]] };
    const files = { ...sandboxFiles(), 'measured.json': measured({ variants: { ...variants, starter } }) };
    expect(problemsOf(files)).toEqual([
      'sandboxes/request-log/measured.json: variants.starter: has no reads to draw a curve from; run "npm run measure" again.',
    ]);
  });

  test('a decoy that has not been measured', () => {
    const { 'decoys/forget': _, ...rest } = variants;
    expect(problemsOf({ ...sandboxFiles(), 'measured.json': measured({ variants: rest }) })).toEqual([
      'sandboxes/request-log/measured.json: variants.decoys/forget: has not been measured; run "npm run measure" again.',
    ]);
  });
});

describe('a sandbox of a lesson whose program is bounded as it stands', () => {
  const decoyRuns = { 'decoys/collect': run, 'decoys/forget': run };

  function boundedFiles(measuredFile: string | null = null): Record<string, string> {
    const files = sandboxFiles((d) => Object.assign(d, { verdict: 'bounded', fixes: [] }));
    const { 'fixes/deque/log.py': _deque, 'fixes/delete/log.py': _delete, ...kept } = files;
    return measuredFile === null ? kept : { ...kept, 'measured.json': measuredFile };
  }

  test('has decoys and no fixes, and no culprit was measured', () => {
    const text = measured({ culprit: undefined, variants: { starter: run, ...decoyRuns } });
    expect(readSandbox('request-log', boundedFiles(text))).toMatchObject({ verdict: 'bounded', fixes: [] });
  });

  test('needs two decoys', () => {
    const { 'decoys/forget/log.py': _, ...files } = boundedFiles();
    const { decoys, ...declared } = JSON.parse(files['sandbox.json'] ?? '') as SandboxFile;
    files['sandbox.json'] = JSON.stringify({ ...declared, decoys: decoys.slice(0, 1) });
    expect(problemsOf(files)).toEqual([
      'sandboxes/request-log/sandbox.json: decoys: needs at least 2 entries.',
    ]);
  });

  test('cannot have what was measured of a culprit', () => {
    expect(problemsOf(boundedFiles(measured({ variants: { starter: run, ...decoyRuns } })))).toEqual([
      'sandboxes/request-log/measured.json: culprit: what does not grow has none; run "npm run measure" again.',
    ]);
  });

  test('and one that grows must have it', () => {
    const text = measured({ culprit: undefined });
    expect(problemsOf({ ...sandboxFiles(), 'measured.json': text })).toEqual([
      'sandboxes/request-log/measured.json: culprit: is missing; run "npm run measure" again.',
    ]);
  });
});

describe('a pattern, which stands without a lesson,', () => {
  const at = 'sandboxes/request-log/sandbox.json';

  test('needs no diagnosis, and has none to grade', () => {
    const sandbox = readSandbox('request-log', patternFiles());
    expect(sandbox.pattern).toEqual(pattern);
    expect(Object.keys(sandbox.harness)).toEqual(['workload.py', 'check.py']);
  });

  test('that grows may have one fix and one decoy', () => {
    const files = patternFiles((d) => {
      d.fixes.length = 1;
      d.decoys.length = 1;
    });
    const { 'fixes/delete/log.py': _fix, 'decoys/forget/log.py': _decoy, ...kept } = files;
    expect(problemsOf(kept)).toEqual([]);
  });

  test.each(['fixes', 'decoys'] as const)('that grows needs one of its %s', (field) => {
    expect(problemsOf(patternFiles((d) => (d[field].length = 0)))).toContain(
      `${at}: ${field}: needs at least one entry.`,
    );
  });

  test('that is bounded has nothing to fix', () => {
    const files = patternFiles((d) => (d.verdict = 'bounded'));
    expect(problemsOf(files)).toEqual([
      `${at}: fixes: must be empty, as "verdict" says that the program is bounded as it stands.`,
    ]);
  });

  test('has one of the known places', () => {
    expect(problemsOf(patternFiles((d) => Object.assign(d.pattern ?? {}, { place: 'attic' })))).toEqual([
      `${at}: pattern.place: must be one of caches, registries, callbacks, threads, asyncio, outside.`,
    ]);
  });

  test('links its case by https', () => {
    const files = patternFiles((d) =>
      Object.assign(d.pattern ?? {}, { case: { title: 'A log', url: 'javascript:1' } }),
    );
    expect(problemsOf(files)).toEqual([
      `${at}: pattern.case.url: must be an address that begins with https.`,
    ]);
  });

  test.each(['diagnosis.py', 'diagnose_solved.py', 'probes.py'])('has no use for %s', (name) => {
    expect(problemsOf({ ...patternFiles(), [name]: '#' })).toEqual([
      `sandboxes/request-log/${name}: has no place in a pattern, which has no lesson; take it out, or "pattern" out of sandbox.json.`,
    ]);
  });
});

describe('a sandbox in another language', () => {
  const withTexts = (change?: Parameters<typeof germanTexts>[0]) => ({
    ...sandboxFiles(),
    'sandbox.de.json': germanTexts(change),
  });

  test('has its texts in that, and all else as it is', () => {
    const english = readSandbox('request-log', withTexts());
    const german = readSandbox('request-log', withTexts(), { language: 'de' });
    expect(english).toEqual(readSandbox('request-log', sandboxFiles()));
    expect(german).toMatchObject({
      language: 'de',
      title: 'Das Protokoll',
      unit: 'request',
      contract: { cap: 12800, behaviour: ['Die letzte Anfrage wird gezeigt.'] },
      fixes: [
        { id: 'deque', title: 'Eine Deque', files: { 'log.py': '# a deque\n' } },
        { id: 'delete', kind: 'löschen' },
      ],
      decoys: [{ id: 'collect', verdict: 'growing', why: 'Es ist erreichbar.' }, { id: 'forget' }],
    });
    expect(german.project).toEqual(english.project);
  });

  test('has what can be turned of its load, and its pattern, in that too', () => {
    const turnable = { name: 'clients', label: 'Shops', default: 5, least: 1, most: 9 };
    const files = {
      ...patternFiles((declared) => (declared.load = [turnable])),
      'workload.py': 'LOAD = {"clients": 5}\n',
      'sandbox.de.json': germanTexts((texts) => {
        texts.load = { clients: 'Läden' };
        texts.pattern = { look: 'Zähle die Zeilen.', answer: 'Es wächst.', case: 'Ein Protokoll' };
      }),
    };
    expect(readSandbox('request-log', files, { language: 'de' })).toMatchObject({
      load: [{ ...turnable, label: 'Läden' }],
      pattern: {
        place: 'registries',
        look: 'Zähle die Zeilen.',
        case: { title: 'Ein Protokoll', url: pattern.case.url },
      },
    });
  });

  test('is in English where it is not translated', () => {
    const sandbox = readSandbox('request-log', sandboxFiles(), { language: 'de' });
    expect(sandbox).toMatchObject({ language: 'en', title: 'The request log' });
  });

  const cases: [string, Parameters<typeof germanTexts>[0], string][] = [
    [
      'a field that is no text',
      (texts) => (texts.unit = 'Anfrage'),
      'unit: is not a known field; correct its spelling or take it out.',
    ],
    [
      'a text that is missing',
      (texts) => Reflect.deleteProperty(texts, 'title'),
      'title: is missing; add it (text).',
    ],
    [
      'a sentence too many',
      ({ behaviour }) => behaviour.push('Noch eine.'),
      'behaviour: has 2 entries where sandbox.json has 1; translate each, in the same order.',
    ],
    [
      'a fix that is missing',
      ({ fixes }) => Reflect.deleteProperty(fixes, 'deque'),
      'fixes.deque: is missing; add it, as sandbox.json has one.',
    ],
    [
      'a decoy that is none',
      ({ decoys }) => (decoys.reboot = { title: 'Neu starten', why: 'Es wächst wieder.' }),
      'decoys.reboot: is not in sandbox.json; correct its spelling or take it out.',
    ],
    [
      'a load that cannot be turned',
      (texts) => (texts.load = { clients: 'Läden' }),
      'load.clients: is not in sandbox.json; correct its spelling or take it out.',
    ],
    [
      'a pattern, and is none',
      (texts) => (texts.pattern = { look: 'Sieh hin.', answer: 'Ja.', case: 'Ein Fall' }),
      'pattern: is not in sandbox.json; correct its spelling or take it out.',
    ],
  ];
  test.each(cases)('is refused, whatever language is asked for: %s', (_name, change, message) => {
    expect(problemsOf(withTexts(change))).toEqual([`sandboxes/request-log/sandbox.de.json: ${message}`]);
  });

  test('is refused in a language that the site has not', () => {
    expect(problemsOf({ ...sandboxFiles(), 'sandbox.xx.json': germanTexts() })).toEqual([
      expect.stringMatching(/^sandboxes\/request-log\/sandbox\.xx\.json: has no place in a sandbox; /),
    ]);
  });
});
