import init, { PositionEncoding, Workspace, type Diagnostic } from '@astral-sh/ruff-wasm-web';
import type { Finding } from './finding.ts';
import { SETTINGS } from './rules.ts';

export type Ruff = {
  check(text: string): Finding[];
  /** Throws a sentence for what is no Python. */
  format(text: string): string;
};

/** `wasm`: its address, or its bytes. */
export async function openRuff(wasm: string | BufferSource): Promise<Ruff> {
  await init({ module_or_path: wasm });
  const workspace = new Workspace(SETTINGS, PositionEncoding.Utf16);
  return {
    check: (text) => (workspace.check(text) as Diagnostic[]).map(findingOf),
    format: (text) => workspace.format(text),
  };
}

function findingOf({ code, message, start_location: start, end_location: end }: Diagnostic): Finding {
  return {
    rule: code ?? 'invalid-syntax',
    message,
    start: { line: start.row, column: start.column },
    end: { line: end.row, column: end.column },
  };
}
