import { words } from '#words/course';
import type { MeasuredFile, MeasuredTexts } from './measured-schema.ts';
import type { Problem } from './problem.ts';
import type { SandboxFile, SandboxTexts } from './sandbox-schema.ts';

/** A sandbox with its texts in another language; they have no problems. */
export function withTexts(declared: SandboxFile, texts: SandboxTexts): SandboxFile {
  const { contract, load, pattern, fixes, decoys } = declared;
  const { title, summary, behaviour } = texts;
  return {
    ...declared,
    title,
    summary,
    contract: { ...contract, behaviour },
    load: load.map((one) => ({ ...one, label: texts.load[one.name] ?? one.label })),
    pattern: pattern && withPattern(pattern, texts),
    fixes: fixes.map((fix) => ({ ...fix, ...texts.fixes[fix.id] })),
    decoys: decoys.map((decoy) => ({ ...decoy, ...texts.decoys[decoy.id] })),
  };
}

function withPattern(
  pattern: NonNullable<SandboxFile['pattern']>,
  { pattern: texts }: SandboxTexts,
): SandboxFile['pattern'] {
  if (texts === undefined) return pattern;
  const { look, answer, case: title } = texts;
  return { ...pattern, look, answer, case: { ...pattern.case, title } };
}

/** What was measured with what the judge said of it in another language. */
export function withSaid(measured: MeasuredFile, said: MeasuredTexts): MeasuredFile {
  const runs = Object.entries(measured.variants);
  return {
    ...measured,
    variants: Object.fromEntries(runs.map(([name, run]) => [name, { ...run, ...said[name] }])),
  };
}

/** Where the judge was asked of other variants. */
export function saidProblems(measured: MeasuredFile, said: MeasuredTexts, file: string): Problem[] {
  return misfits(Object.keys(measured.variants), said, file);
}

/** Where the texts are of other things than the sandbox has. */
export function textProblems(declared: SandboxFile, texts: SandboxTexts, file: string): Problem[] {
  const { missing, unknown, count } = words.translation;
  const asked = {
    load: declared.load.map(({ name }) => name),
    fixes: declared.fixes.map(({ id }) => id),
    decoys: declared.decoys.map(({ id }) => id),
  };
  const [found, expected] = [texts.behaviour.length, declared.contract.behaviour.length];
  const has = (one: unknown, other: unknown) => (one === undefined) === (other === undefined);
  return [
    ...(found === expected ? [] : [{ file, field: 'behaviour', message: count(found, expected) }]),
    ...(has(texts.pattern, declared.pattern)
      ? []
      : [{ file, field: 'pattern', message: texts.pattern ? unknown : missing }]),
    ...(['load', 'fixes', 'decoys'] as const).flatMap((list) =>
      misfits(asked[list], texts[list], file, `${list}.`),
    ),
  ];
}

/** What is `asked` for and not given, and what is given beside that, by its name behind `before`. */
function misfits(
  asked: readonly string[],
  texts: Readonly<Record<string, unknown>>,
  file: string,
  before = '',
): Problem[] {
  const { missing, unknown } = words.translation;
  const given = Object.keys(texts);
  const wrong = (name: string, message: string) => ({ file, field: `${before}${name}`, message });
  return [
    ...asked.filter((name) => !given.includes(name)).map((name) => wrong(name, missing)),
    ...given.filter((name) => !asked.includes(name)).map((name) => wrong(name, unknown)),
  ];
}
