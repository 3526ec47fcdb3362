/** Measured runs as the curves that the lens draws. */

import { words } from '#words/measured-curve';
import { words as nouns } from '#words/nouns';
import type { MeasuredRun } from '../course/measured-schema.ts';
import type { Sandbox } from '../course/sandbox.ts';
import type { CurveInWords } from '../lenses/growth/curve-name.ts';
import type { Point, Tone } from '../lenses/growth/curve.ts';
import { formatBytes, formatNumber } from '../lenses/quantity.ts';

/** `label` stands on the chart, `subject` within a sentence. */
export type NamedRun = { label: string; subject: string; run: MeasuredRun };

/** What pictures of a sandbox show: the program as it stands, and with its first fix; what was not measured is left out. */
export function starterAndFix({ measured, fixes }: Pick<Sandbox, 'measured' | 'fixes'>): NamedRun[] {
  const starter = measured?.variants.starter;
  const fixed = measured?.variants[`fixes/${fixes[0]?.id ?? ''}`];
  return [
    ...(starter ? [{ ...words.starter, run: starter }] : []),
    ...(fixed ? [{ ...words.fixed, run: fixed }] : []),
  ];
}

/** What a program may have at hand to look at itself, and is not made of. */
const TOOLS = ['objgraph', 'pympler'];

/** The lesson whose curves stand for the whole course: the first on a framework that has a fix, else the first that has one. */
export function showpiece<Lesson extends { sandbox: Pick<Sandbox, 'measured' | 'fixes' | 'packages'> }>(
  lessons: readonly Lesson[],
): Lesson | undefined {
  const fixed = lessons.filter(({ sandbox }) => starterAndFix(sandbox).length > 1);
  const onFramework = ({ sandbox }: Lesson) => sandbox.packages.some((name) => !TOOLS.includes(name));
  return fixed.find(onFramework) ?? fixed[0];
}

export function readsOf({ reads = [] }: MeasuredRun): Point[] {
  return reads.map(([units, bytes]) => ({ units, bytes }));
}

export function toneOf({ kind }: MeasuredRun): Tone {
  if (kind === 'growing' || kind === 'bounded') return kind;
  return kind === 'inconclusive' ? 'unsure' : 'plain';
}

/** What stands beside the curve; its label only where there are several. */
export function wordsOf({ label, run }: NamedRun, unit: string, labelled: boolean): string[] {
  return [words.kinds[run.kind], labelled ? label : '', note(run, unit)].filter((line) => line !== '');
}

export function inWords({ subject, run }: NamedRun, unit: string): CurveInWords {
  const said = [words.kinds[run.kind], note(run, unit)].filter((part) => part !== '').join(', ');
  return { subject, reads: readsOf(run), said };
}

/** The number that decided. */
export function note(run: MeasuredRun, unit: string): string {
  const { kind, bytesPerUnit, detectionLimit, retainedBytes } = run;
  if (kind === 'growing' && bytesPerUnit !== undefined)
    return words.growth(formatNumber(bytesPerUnit), nouns.per(unit));
  if (kind === 'bounded' && detectionLimit !== undefined)
    return words.noGrowth(formatNumber(detectionLimit), nouns.per(unit));
  if (kind === 'over-budget' && retainedBytes !== undefined) return words.kept(formatBytes(retainedBytes));
  return '';
}

/** What prose calls a variant: the title of its fix or decoy. */
export function variantName(
  variant: string,
  overlays: { fixes: { id: string; title: string }[]; decoys: { id: string; title: string }[] },
): Pick<NamedRun, 'label' | 'subject'> {
  if (variant === 'starter') return words.starterAlone;
  const [folder, id] = variant.split('/');
  const candidates = folder === 'fixes' ? overlays.fixes : overlays.decoys;
  const title = candidates.find((overlay) => overlay.id === id)?.title ?? variant;
  return { label: title, subject: words.titled(title) };
}
