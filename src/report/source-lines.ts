import type { JudgementFile } from '../runtime/judgement.ts';
import type { Frame } from '../runtime/report.ts';

/** A file of which the report has lines, in their order. */
export type SourceFile = { file: string; lines: Frame[] };

/** Every line that the explanation names and whose source it has: of what was allocated, and of the way there. */
export function sourceFiles({ explanation }: JudgementFile): SourceFile[] {
  const sites = explanation?.allocations ?? [];
  const named = sites.flatMap(({ frame, traceback }) => [frame, ...traceback]);
  const files = new Map<string, Map<number, Frame>>();
  for (const frame of named.filter(({ source }) => source.trim() !== '')) {
    const lines = files.get(frame.file) ?? new Map<number, Frame>();
    files.set(frame.file, lines.set(frame.line, frame));
  }
  return [...files].map(([file, lines]) => ({
    file,
    lines: [...lines.values()].sort((one, other) => one.line - other.line),
  }));
}
