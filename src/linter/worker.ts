import wasm from '@astral-sh/ruff-wasm-web/ruff_wasm_bg.wasm?url';
import { openRuff } from './ruff.ts';
import type { LintAnswer, LintQuestion } from './linter.ts';

const ruff = openRuff(wasm);
// Each question is told of it; nobody else need be.
ruff.catch(() => null);

self.onmessage = ({ data: { id, kind, text } }: MessageEvent<LintQuestion>) => {
  void answer(kind, text).then((result) => self.postMessage({ id, ...result } satisfies LintAnswer));
};

async function answer(kind: LintQuestion['kind'], text: string) {
  try {
    const opened = await ruff;
    return kind === 'check'
      ? ({ kind: 'checked', findings: opened.check(text) } as const)
      : ({ kind: 'formatted', text: opened.format(text) } as const);
  } catch (error) {
    return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) } as const;
  }
}
