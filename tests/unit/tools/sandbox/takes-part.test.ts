import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../../../../tools/build/stage.ts';
import { modules, withoutDiagnosis } from '../../../../tools/sandbox/takes-part.ts';
import { program } from '../../runtime/fixtures.ts';

it('follows imports, exports from elsewhere and addresses of modules, and no types', () => {
  const folder = mkdtempSync(join(ROOT, '.cache', 'modules-'));
  const texts = {
    'a.ts':
      "import {\n  b,\n} from './b.ts';\nimport type { T } from './types.ts';\nimport { z } from 'zod';\n",
    'b.ts': "export { c } from './c.ts';\n",
    'c.ts':
      "import './d.ts';\nconst later = import('./later.ts');\nnew Worker(new URL('./worker.ts', import.meta.url));\n",
    'd.ts': '',
    'later.ts': '',
    'worker.ts': "import { a } from './a.ts';\n",
  };
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
  const inside = folder.slice(ROOT.length + 1);
  const found = modules([`${inside}/a.ts`]);
  rmSync(folder, { recursive: true });
  expect(found).toEqual(
    ['a.ts', 'b.ts', 'c.ts', 'd.ts', 'later.ts', 'worker.ts'].map((name) => `${inside}/${name}`),
  );
});

it('knows that the thread takes part in Pyodide, and the procedure of a check everywhere', () => {
  expect(modules(['src/runtime/node.ts'])).toContain('src/runtime/node-worker.ts');
  expect(modules(['src/runtime/node.ts'])).toContain('src/runtime/interpreter.ts');
  expect(modules(['tools/sandbox/judged.ts'])).toContain('src/runtime/judge.ts');
});

it('leaves out of a program what only a diagnosis reads', () => {
  const whole = {
    ...program,
    project: { 'app.py': '', 'diagnose.py': '' },
    harness: { 'workload.py': '', 'diagnosis.py': '' },
  };
  const { project, harness } = withoutDiagnosis(whole);
  expect([Object.keys(project), Object.keys(harness)]).toEqual([['app.py'], ['workload.py']]);
});
