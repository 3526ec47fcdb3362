import { symptoms } from '../course/catalogue.ts';
import type { Sandbox } from '../course/sandbox.ts';
import { href } from '../layouts/href.ts';
import type { Exercise } from '../workbench/exercise.ts';

/** What Python may use in the browser before it feels a MemoryError. */
export const limitBytes = 256 * 2 ** 20;

/** The part of a sandbox that the workbench needs; what tests and prose need besides stays out of the page. */
export function exerciseOf(sandbox: Sandbox): Exercise {
  const { behaviour, ...contract } = sandbox.contract;
  const looksLike = symptoms()
    .filter(({ sandboxes }) => sandboxes.includes(sandbox.id))
    .map(({ id, title }) => ({ title, url: href(`symptoms/#${id}`) }));
  return {
    id: sandbox.id,
    title: sandbox.title,
    unit: sandbox.unit,
    stack: { packages: sandbox.packages, preload: sandbox.preload },
    contract,
    behaviour,
    verdict: sandbox.verdict,
    pattern: sandbox.pattern && { ...sandbox.pattern, looksLike },
    observeUnits: sandbox.observeUnits,
    load: sandbox.load,
    editable: sandbox.editable,
    project: sandbox.project,
    diagnose: sandbox.diagnose,
    harness: sandbox.harness,
    fixes: sandbox.fixes,
    decoys: sandbox.decoys,
    limitBytes,
  };
}
