import type { Completion, Description, Language, Signature } from '../../editor/language.ts';
import type { Place } from '../../editor/place.ts';
import type { Answer, CodePlace, Question } from '../../runtime/client.ts';
import type { OpenClient } from './client.ts';
import type { Code } from './code.svelte.ts';

/** `asleep` until the first question. Where it is `away` the editor goes on without. */
export type LanguageState = 'asleep' | 'loading' | 'ready' | 'away';

/** Answers the editor about the files on the bench as they are now. */
export class PythonLanguage implements Language {
  state: LanguageState = $state('asleep');
  #code: Code;
  #openClient: OpenClient;

  constructor(code: Code, openClient: OpenClient) {
    this.#code = code;
    this.#openClient = openClient;
  }

  async complete(file: string, place: Place): Promise<readonly Completion[]> {
    const answer = await this.#ask({ kind: 'complete', ...this.#at(file, place) });
    return answer?.kind === 'completions' ? answer.completions : [];
  }

  async describe(name: string): Promise<Description | null> {
    const answer = await this.#ask({ kind: 'describe', name });
    return answer?.kind === 'hovers' ? (answer.hovers[0] ?? null) : null;
  }

  async hover(file: string, place: Place): Promise<readonly Description[]> {
    const answer = await this.#ask({ kind: 'hover', ...this.#at(file, place) });
    return answer?.kind === 'hovers' ? answer.hovers : [];
  }

  async signatures(file: string, place: Place): Promise<readonly Signature[]> {
    const answer = await this.#ask({ kind: 'signatures', ...this.#at(file, place) });
    return answer?.kind === 'signatures' ? answer.signatures : [];
  }

  #at(file: string, { line, column }: Place): CodePlace {
    const { files, texts } = this.#code;
    const all = Object.fromEntries(files.map(({ name }) => [name, texts.of(name)]));
    return { file, files: all, line, column: column - 1 };
  }

  async #ask(question: Question): Promise<Answer | null> {
    if (this.state === 'asleep') this.state = 'loading';
    try {
      const answer = await (await this.#openClient()).language.ask(question);
      this.state = 'ready';
      return answer;
    } catch {
      this.state = 'away';
      return null;
    }
  }
}
