import { mayHaveProgress, type Stage } from '../progress/reached.ts';
import type { Kept } from '../progress/schema.ts';
import type { Progress, Trouble } from '../progress/store.ts';
import type { Production } from './lifetime.ts';
import type { Texts } from './texts.svelte.ts';
import type { LessonRef } from './workbench-sandbox.ts';

const PAUSE_MS = 400;

export type KeepingOptions = {
  lesson: LessonRef;
  texts: Texts;
  /** The store and its schema are loaded only once there is something to read or to keep. */
  openProgress?: (onTrouble: (trouble: Trouble | null) => void) => Promise<Progress>;
  mayHave?: (slug: string) => boolean;
};

/** Keeps what the learner typed and reached, and brings it back; trouble with storage never stops the work. */
export class Keeping {
  /** Why what is kept could not be read; stays until it is dismissed. */
  readTrouble: Trouble | null = $state.raw(null);
  /** Why nothing can be written now; goes when writing works again. */
  writeTrouble: Trouble | null = $state.raw(null);
  /** The learner's files started from an older version of the lesson. */
  starterChanged: boolean = $state(false);
  reached: readonly Stage[] = $state.raw([]);
  #options: KeepingOptions;
  #opening: Promise<Progress> | null = null;
  #progress: Progress | null = null;
  #unsaved = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: KeepingOptions) {
    this.#options = options;
  }

  /** Puts kept texts back; gives what was kept, or null where there is nothing. */
  async restore(): Promise<Kept | null> {
    const { lesson, texts, mayHave = mayHaveProgress } = this.#options;
    if (!mayHave(lesson.slug)) return null;
    const progress = await this.#open();
    const kept = progress.kept();
    const typedMeanwhile = new Set(texts.changed);
    for (const [name, text] of Object.entries(kept.files))
      if (!typedMeanwhile.has(name)) texts.set(name, text);
    texts.setAside = kept.setAside;
    this.readTrouble = progress.trouble;
    this.reached = [...new Set([...kept.reached, ...this.reached])];
    this.starterChanged = kept.lessonVersion !== lesson.version && Object.keys(kept.files).length > 0;
    return kept;
  }

  /** Called with every keystroke; writes after a pause. */
  typed(name: string): void {
    this.#unsaved.add(name);
    void this.#open();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), PAUSE_MS);
  }

  /** Writes at once: after a reset, and when the page is left. */
  flush(): void {
    const progress = this.#progress;
    if (!progress) return void this.#open().then(() => this.#unsaved.size > 0 && this.flush());
    const { texts } = this.#options;
    for (const name of this.#unsaved) progress.keepFile(name, texts.isChanged(name) ? texts.of(name) : null);
    this.#unsaved.clear();
  }

  async replaced(names: readonly string[]): Promise<void> {
    for (const name of names) this.#unsaved.add(name);
    const progress = await this.#open();
    progress.keepSetAside(this.#options.texts.setAside);
    this.flush();
  }

  async reach(stage: Stage): Promise<void> {
    if (this.reached.includes(stage)) return;
    this.reached = [...this.reached, stage];
    (await this.#open()).reach(stage);
  }

  async disclosed(key: string, isOpen: boolean): Promise<void> {
    const progress = await this.#open();
    if (progress.kept().opened.includes(key) !== isOpen) progress.open(key, isOpen);
  }

  /** What the program would run in, as the learner set it; null: nothing of their own. */
  async produced(production: Production | null): Promise<void> {
    (await this.#open()).keepProduction(production);
  }

  async acceptVersion(): Promise<void> {
    this.starterChanged = false;
    (await this.#open()).acceptVersion();
  }

  #open(): Promise<Progress> {
    this.#opening ??= this.#load((trouble) => (this.writeTrouble = trouble));
    return this.#opening;
  }

  async #load(onTrouble: (trouble: Trouble | null) => void): Promise<Progress> {
    const { lesson, openProgress } = this.#options;
    this.#progress = await (openProgress ? openProgress(onTrouble) : openKept(lesson, onTrouble));
    return this.#progress;
  }
}

async function openKept(lesson: LessonRef, onTrouble: (trouble: Trouble | null) => void): Promise<Progress> {
  const { openProgress } = await import('../progress/store.ts');
  return openProgress({ slug: lesson.slug, lessonVersion: lesson.version, onTrouble });
}
