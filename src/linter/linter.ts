import { words } from '#words/editor';
import type { Finding } from './finding.ts';

export type LintQuestion = { id: number; kind: 'check' | 'format'; text: string };
export type LintAnswer = { id: number } & (
  | { kind: 'checked'; findings: Finding[] }
  | { kind: 'formatted'; text: string }
  | { kind: 'failed'; reason: string }
);

/** Ruff, in a worker of its own. Both reject with a sentence: Ruff is not there, or the text is no Python. */
export type Linter = {
  check(text: string): Promise<readonly Finding[]>;
  format(text: string): Promise<string>;
  close(): void;
};

type Pending = { resolve(answer: LintAnswer): void; reject(error: Error): void };

export function openLinter(): Linter {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'Ruff' });
  const pending = new Map<number, Pending>();
  let gone: Error | null = null;
  let lastId = 0;

  worker.onmessage = ({ data }: MessageEvent<LintAnswer>) => {
    pending.get(data.id)?.resolve(data);
    pending.delete(data.id);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    gone = new Error(words.ruffMissing);
    for (const { reject } of pending.values()) reject(gone);
    pending.clear();
  };

  async function ask(kind: LintQuestion['kind'], text: string): Promise<LintAnswer> {
    if (gone) throw gone;
    const id = ++lastId;
    const { promise, resolve, reject } = Promise.withResolvers<LintAnswer>();
    pending.set(id, { resolve, reject });
    worker.postMessage({ id, kind, text } satisfies LintQuestion);
    const answer = await promise;
    if (answer.kind === 'failed') throw new Error(answer.reason);
    return answer;
  }

  return {
    async check(text) {
      const answer = await ask('check', text);
      return answer.kind === 'checked' ? answer.findings : [];
    },
    async format(text) {
      const answer = await ask('format', text);
      return answer.kind === 'formatted' ? answer.text : text;
    },
    close: () => worker.terminate(),
  };
}
