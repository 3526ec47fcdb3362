import { words } from '#words/session';
import { EXAMPLE, NEW_FILES } from '../../own/example.ts';
import { HARNESS, nameComplaint } from '../../own/file-names.ts';
import {
  DECLARED,
  declared,
  flat,
  programIn,
  withinLimits,
  type Opened,
  type OwnProgram,
  type Settings,
} from '../../own/own-program.ts';
import { Refused, shown } from '../../own/refused.ts';
import type { Stack } from '../../runtime/client.ts';
import type { Exercise } from '../exercise.ts';
import type { Code } from './code.svelte.ts';
import type { BenchLink } from './link.svelte.ts';
import { OwnLink } from './own-link.svelte.ts';
import { keyOf, ownExercise, type StackChoice } from './own-exercise.ts';

/** What the page knows of the packages that the site has. */
export type OwnTerms = { stacks: StackChoice[]; known: string[]; limitBytes: number };

/** The rest of the bench, as far as an own program has to do with it. */
export type Beside = {
  code: Code;
  /** Keeps what `kept` gives, and the texts that were changed. */
  keep: (own: Record<string, unknown>, changed: Readonly<Record<string, string>>) => void;
  /** Has Python loaded anew, with other packages. */
  onStack: () => void;
};

type Texts = Readonly<Record<string, string>>;

/** What came of bringing something in: told in a line, and gone with the next. */
export type Told = { kind: 'refused' | 'done'; sentence: string };

/** The learner’s own program: its settings and files, which all can be changed, and what was there before. */
export class Own {
  readonly terms: OwnTerms;
  program: OwnProgram = $state.raw(EXAMPLE);
  /** What another program took the place of; `undo` brings it back. */
  aside: Opened | null = $state.raw(null);
  told: Told | null = $state.raw(null);
  /** How many programs have been opened: another one begins with fields of its own. */
  opened: number = $state(0);
  /** The panel with settings and files is open; `add` once a file is to be added. */
  panel: 'closed' | 'open' | 'add' = $state('closed');
  /** Files are held over the bench. */
  dropping: boolean = $state(false);
  readonly exercise: Exercise = $derived.by(() =>
    ownExercise(this.program, this.terms.stacks, this.terms.limitBytes),
  );
  #beside: Beside | null = null;
  #useStack: (stack: Stack) => void;

  /** `useStack` has the next run begin with other packages. */
  constructor(terms: OwnTerms, useStack: (stack: Stack) => void = () => undefined) {
    this.terms = terms;
    this.#useStack = useStack;
  }

  linkAt(address: string): BenchLink {
    return new OwnLink(this, address);
  }

  join(beside: Beside): void {
    this.#beside = beside;
  }

  get changed(): Record<string, string> {
    const { texts } = this.#code;
    return Object.fromEntries(texts.changed.map((name) => [name, texts.of(name)]));
  }

  /** Of the file that is shown. */
  get openName(): string {
    return this.#code.file.name;
  }

  get names(): string[] {
    return this.#code.files.map(({ name }) => name);
  }

  /** Of those that the learner may change. */
  get editable(): string[] {
    return this.#code.files.filter(({ editable }) => editable).map(({ name }) => name);
  }

  /** A name for its folder, from its title. */
  get folder(): string {
    const words = this.program.settings.title.toLowerCase().match(/[a-z0-9]+/g) ?? ['own', 'program'];
    return words.join('-').slice(0, 40);
  }

  /** As it is now. */
  get current(): OwnProgram {
    return flat({ program: this.program, changed: this.changed });
  }

  /** Its settings, which belong to a run as its code does. */
  get settings(): Record<string, string> {
    return { [DECLARED]: declared(this.program) };
  }

  /** Whether `kept` can be put back. */
  readonly understands = (kept: Record<string, unknown>): boolean => {
    return this.#refusing(() => read(kept)) === null;
  };

  /** Puts back what was kept; the texts that were changed follow by themselves. */
  restore(kept: Record<string, unknown>): void {
    const { program, aside } = read(kept);
    const typed = this.changed;
    this.program = program;
    this.aside = aside && { program: aside, changed: {} };
    this.#code.replace(this.exercise, typed);
    this.#restack();
  }

  /** Takes another program in the place of this one, which is set aside. */
  open(program: OwnProgram, sentence: string): void {
    const before: Opened = { program: this.program, changed: this.changed };
    this.#become({ program, changed: {} }, before);
    this.#keep();
    this.told = { kind: 'done', sentence };
  }

  /** Takes the files and the settings of a run in the place of what is there, which is set aside. */
  async goBack({ [DECLARED]: json, ...files }: Texts): Promise<void> {
    const reader = await import('../../own/read-program.ts').catch(() => null);
    const complaint = this.#refusing(() => {
      if (!reader) throw new Refused(words.own.readerAway);
      if (this.program.lesson && json === declared(this.program)) return this.#exchange(files);
      if (json !== undefined && reader.isOfLesson(json)) throw new Refused(words.own.otherLesson);
      const settings = json === undefined ? this.program.settings : reader.settingsIn(json, this.terms.known);
      this.open(programIn({ settings, files }, words.own.theRun), words.own.runBack);
    });
    if (complaint !== null) this.told = { kind: 'refused', sentence: complaint };
  }

  /** Takes over what another tab has made of it. `typed` is what was typed here meanwhile: it is not lost. */
  follow(kept: Record<string, unknown>, changed: Texts, typed: Texts): void {
    const here: Opened = { program: this.program, changed: this.changed };
    const { program, aside } = read(kept);
    const stays = Object.entries(typed).filter(([name]) => program.files[name] !== undefined);
    const homeless = stays.length < Object.keys(typed).length;
    const same = this.aside && JSON.stringify(flat(this.aside)) === JSON.stringify(aside);
    const theirs = same ? this.aside : aside && { program: aside, changed: {} };
    this.#become(
      { program, changed: { ...changed, ...Object.fromEntries(stays) } },
      homeless ? here : theirs,
    );
    if (homeless) this.#keep();
  }

  undo(): void {
    if (!this.aside) return;
    const before: Opened = { program: this.program, changed: this.changed };
    this.#become(this.aside, before);
    this.#keep();
    this.told = null;
  }

  change(settings: Partial<Settings>): void {
    if (this.program.lesson) return;
    const next = { ...this.program.settings, ...settings };
    const other = keyOf(next.packages) !== keyOf(this.program.settings.packages);
    this.program = { ...this.program, settings: next };
    this.#keep();
    if (other) this.#restack();
  }

  /** Why the file cannot be added; null once it is there, and open. */
  add(name: string): string | null {
    const complaint = this.#fixed ?? nameComplaint(name, this.names);
    if (complaint !== null) return complaint;
    return this.#refusing(() => {
      const files = withinLimits({ ...this.current.files, [name]: NEW_FILES[name] ?? '' });
      this.#take({ ...this.program.files, [name]: files[name] ?? '' }, this.changed);
      this.#code.open(name);
    });
  }

  /** Why the file cannot have the name; null once it has. */
  rename(from: string, to: string): string | null {
    if (from === to) return null;
    const others = this.names.filter((name) => name !== from);
    const complaint = this.#fixed ?? nameComplaint(to, others);
    if (complaint !== null) return complaint;
    const renamed = (texts: Readonly<Record<string, string>>) =>
      Object.fromEntries(Object.entries(texts).map(([name, text]) => [name === from ? to : name, text]));
    this.#take(renamed(this.program.files), renamed(this.changed));
    this.#code.open(to);
    return null;
  }

  /** Why it must stay; null once it is gone, and set aside with the rest. */
  remove(name: string): string | null {
    if (this.#fixed !== null) return this.#fixed;
    const others = this.names.filter((one) => one !== name);
    if (!this.#isProgram(others)) return words.own.onlyFile(name);
    const { settings, files } = this.current;
    const without = Object.fromEntries(Object.entries(files).filter(([one]) => one !== name));
    this.open({ settings, files: without }, words.own.removed(name));
    return null;
  }

  /** Adds files, or puts them in the place of those with the same name; what was there is set aside. */
  put(files: Readonly<Record<string, string>>, sentence: string): string | null {
    return this.#refusing(() => {
      if (this.program.lesson) {
        this.#exchange(files);
        this.told = { kind: 'done', sentence };
        return;
      }
      const { settings, files: present } = this.current;
      const program = programIn({ settings, files: withinLimits({ ...present, ...files }) }, 'program');
      this.open(program, sentence);
      const [first] = Object.keys(files);
      if (first !== undefined) this.#code.open(first);
    });
  }

  begin(): void {
    this.open(EXAMPLE, words.own.afresh);
  }

  get #code(): Code {
    if (!this.#beside) throw new Error('An own program needs its bench.');
    return this.#beside.code;
  }

  /** Why the files of a lesson stay as many as they are; null where there is no lesson. */
  get #fixed(): string | null {
    return this.program.lesson ? words.own.fixedFiles : null;
  }

  /** Puts texts in the place of those of a lesson, whose start stays; what was typed is set aside. */
  #exchange(texts: Texts): void {
    const foreign = Object.keys(texts).find((name) => !this.editable.includes(name));
    if (foreign !== undefined)
      throw new Refused(words.own.foreignFile(shown(foreign), this.editable.join(', ')));
    const before: Opened = { program: this.program, changed: this.changed };
    this.#become({ program: this.program, changed: { ...this.changed, ...texts } }, before);
    this.#keep();
  }

  #isProgram(names: readonly string[]): boolean {
    return names.some((name) => name !== 'diagnose.py' && !HARNESS.includes(name));
  }

  #become({ program, changed }: Opened, aside: Opened | null): void {
    const other = keyOf(program.settings.packages) !== keyOf(this.program.settings.packages);
    this.program = program;
    this.aside = aside;
    this.opened += 1;
    this.#code.replace(this.exercise, changed);
    if (other) this.#restack();
  }

  #take(files: Readonly<Record<string, string>>, changed: Readonly<Record<string, string>>): void {
    this.program = { ...this.program, files: { ...files } };
    this.#code.replace(this.exercise, changed);
    this.#keep();
  }

  #restack(): void {
    this.#useStack(this.exercise.stack);
    this.#beside?.onStack();
  }

  #keep(): void {
    const aside = this.aside && flat(this.aside);
    this.#beside?.keep({ program: this.program, aside }, this.changed);
  }

  #refusing(act: () => void): string | null {
    try {
      act();
      return null;
    } catch (error) {
      if (error instanceof Refused) return error.message;
      throw error;
    }
  }
}

function read(kept: Record<string, unknown>): { program: OwnProgram; aside: OwnProgram | null } {
  const { program, aside } = kept;
  return {
    program: programIn(program, 'program'),
    aside: aside === null || aside === undefined ? null : programIn(aside, 'aside'),
  };
}
