import type { Culprit } from '../../src/course/measured-schema.ts';
import type { Diagnosis, Explanation } from '../../src/runtime/report.ts';

/** What an explanation names, and how the sandbox's own `diagnosis.py` grades it. */
export type Named = { culprit: Culprit; diagnosis: Diagnosis };

/**
 * Hands an explanation in as a diagnosis: its first own line, its first root, and the type at the end of the first path,
 * or a survivor's where that is no right answer. Throws when there is no such line or path.
 */
export async function culpritOf(
  { allocations, survivors, retainers }: Explanation,
  grade: (diagnosis: string) => Promise<Diagnosis>,
): Promise<Named> {
  const site = allocations.find(({ own }) => own);
  const [path] = retainers;
  if (site === undefined || path === undefined)
    throw new Error('The explanation of the starter has no line of its own files, or no path from a root.');
  const { file, line, source } = site.frame;
  const { root } = path;
  const named = async (type: string): Promise<Named> => {
    const culprit = { file, line, source, type, root };
    return { culprit, diagnosis: await grade(written(culprit)) };
  };
  const first = await named(path.type);
  const { complete, findings } = first.diagnosis;
  if (complete || findings.some(({ part, right }) => part !== 'what' && !right)) return first;
  for (const { type } of survivors) {
    const other = await named(type);
    if (other.diagnosis.complete) return other;
  }
  return first;
}

function written({ file, line, type, root }: Culprit): string {
  const parts = { where: `${file}:${line}`, what: type, held_by: root };
  const given = Object.entries(parts).map(([part, value]) => `${part}=${JSON.stringify(value)}`);
  return `from leaklab.live import culprit\nculprit(${given.join(', ')})\n`;
}
