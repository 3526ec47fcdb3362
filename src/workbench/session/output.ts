import type { Signal } from '../../runtime/protocol.ts';

/** What was printed, in order; `cut` stands where lines were left out. */
export type OutputPiece =
  | { kind: 'stdout' | 'stderr'; text: string }
  | { kind: 'cut'; lines: number; bytes: number }
  | { kind: 'graph'; dot: string; title: string };

export type Printed = Extract<Signal, { kind: 'output' | 'output-cut' | 'graph' }>;

/** The page keeps no more than this of what one command prints, whatever the interpreter posts. */
const MOST_CHARACTERS = 100_000;
const MOST_PICTURES = 20;

/** What was printed, and what a signal adds to it; one stream's text stays in one piece. */
export function withSignal(output: readonly OutputPiece[], signal: Printed): readonly OutputPiece[] {
  switch (signal.kind) {
    case 'output':
      return withText(output, signal.stream, signal.text);
    case 'output-cut':
      return [...output, { kind: 'cut', lines: signal.lines, bytes: signal.bytes }];
    case 'graph':
      return output.filter(({ kind }) => kind === 'graph').length < MOST_PICTURES
        ? [...output, { kind: 'graph', dot: signal.dot, title: signal.title }]
        : output;
    default:
      return signal satisfies never;
  }
}

function withText(
  output: readonly OutputPiece[],
  kind: 'stdout' | 'stderr',
  text: string,
): readonly OutputPiece[] {
  const characters = output.reduce((sum, piece) => sum + ('text' in piece ? piece.text.length : 0), 0);
  const kept = text.slice(0, Math.max(0, MOST_CHARACTERS - characters));
  const last = output.at(-1);
  if (!kept) return output;
  return last?.kind === kind
    ? [...output.slice(0, -1), { kind, text: last.text + kept }]
    : [...output, { kind, text: kept }];
}
