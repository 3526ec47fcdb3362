import { Answer, type Question } from './language-protocol.ts';
import type { Channel } from './runner.ts';

/** Answers an editor's questions about Python, in an interpreter of its own. */
export type LanguageService = {
  /**
   * Null: there is no answer, or nobody waits for it any more. Rejects with one sentence where the service cannot be
   * loaded; then it is loaded anew by the first question after a while.
   */
  ask(question: Question): Promise<Answer | null>;
  close(): void;
};

type Asked = { id: number; question: Question; settle(answer: Answer | null): void };

/** To load it again for every letter that is typed would be in vain. */
const RETRY_SECONDS = 30;

/** The service is opened by the first question. One question is asked at a time; it ends after `limitSeconds` at most. */
export function createLanguageService(open: () => Promise<Channel>, limitSeconds: number): LanguageService {
  let opening: Promise<Channel> | null = null;
  let current: Asked | null = null;
  /** The newest question of each kind: what was asked before it, while another was answered, is out of date. */
  const waiting = new Map<Question['kind'], Asked>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastId = 0;

  function opened(): Promise<Channel> {
    return (opening ??= connect());
  }

  async function connect(): Promise<Channel> {
    try {
      const channel = await open();
      channel.on(hear);
      void channel.failed.then(end);
      return channel;
    } catch (error) {
      const failed = opening;
      setTimeout(() => opening === failed && (opening = null), RETRY_SECONDS * 1000);
      throw error;
    }
  }

  function hear(text: string): void {
    const answer = readAnswer(text);
    if (answer && answer.id === current?.id) settle(answer);
  }

  function settle(answer: Answer | null): void {
    clearTimeout(timer);
    const settled = current;
    current = null;
    settled?.settle(answer);
    const [next] = waiting.values();
    if (!next) return;
    waiting.delete(next.question.kind);
    void post(next);
  }

  async function post(asked: Asked): Promise<void> {
    current = asked;
    const channel = await opened().catch(() => null);
    if (current !== asked) return;
    if (channel) {
      timer = setTimeout(end, limitSeconds * 1000);
      channel.post(JSON.stringify({ id: asked.id, ...asked.question }));
    } else settle(null);
  }

  /** The next question opens another. */
  function end(): void {
    void opening?.then((channel) => channel.end()).catch(() => null);
    opening = null;
    settle(null);
  }

  async function ask(question: Question): Promise<Answer | null> {
    const { promise, resolve } = Promise.withResolvers<Answer | null>();
    const asked: Asked = { id: ++lastId, question, settle: resolve };
    if (current) {
      waiting.get(question.kind)?.settle(null);
      waiting.set(question.kind, asked);
    } else void post(asked);
    await opened();
    return promise;
  }

  return { ask, close: end };
}

/** Null for what is no answer of ours. */
function readAnswer(text: string): Answer | null {
  try {
    return Answer.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
