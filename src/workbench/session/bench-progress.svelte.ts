import { mayHaveProgress, progressKey, type Stage } from '../../progress/reached.ts';
import type { Kept } from '../../progress/schema.ts';
import type { Progress, Trouble } from '../../progress/store.ts';
import { watchTabs } from '../../progress/tabs.ts';
import { browserName } from '../../progress/time.ts';
import type { ProgressSlot } from '../exercise.ts';
import type { Deployment } from './deployment.ts';
import type { Texts } from './texts.svelte.ts';

const PAUSE_MS = 400;

export type BenchProgressOptions = {
  slot: ProgressSlot;
  texts: Texts;
  /** Whether what was kept of an own program is one. */
  understands?: (own: Record<string, unknown>) => boolean;
  /** Called with what was kept before its texts are put back. */
  onKept?: (kept: Kept) => void;
  /** Called with what another tab has kept, where its own program is another; `typed` is what was typed here since. */
  onFollow?: (kept: Kept, typed: Record<string, string>) => void;
  /** The store and its schema are loaded apart, and nobody waits for them where there is nothing to read. */
  openProgress?: (onTrouble: (trouble: Trouble | null) => void) => Promise<Progress>;
  mayHave?: (slug: string) => boolean;
};

/** Keeps what the learner typed and reached, and brings it back; trouble with storage never stops the work. */
export class BenchProgress {
  /** Why what is kept could not be read; stays until it is dismissed. */
  readTrouble: Trouble | null = $state.raw(null);
  /** Why nothing can be written now; goes when writing works again. */
  writeTrouble: Trouble | null = $state.raw(null);
  /** The learner's files started from an older version. */
  starterChanged: boolean = $state(false);
  reached: readonly Stage[] = $state.raw([]);
  /** Another tab has the same lesson open. */
  shared: boolean = $state(false);
  #options: BenchProgressOptions;
  #opening: Promise<Progress> | null = null;
  #progress: Progress | null = null;
  #unsaved = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #spent = 0;

  constructor(options: BenchProgressOptions) {
    this.#options = options;
  }

  /** Puts kept texts back; gives what was kept, or null where there is nothing. */
  async restore(): Promise<Kept | null> {
    const { slot, texts, mayHave = mayHaveProgress } = this.#options;
    const opening = this.#open();
    if (!mayHave(slot.slug)) {
      // By the time that something is typed it should be there: a page that is left cannot wait for it.
      opening.catch(() => null);
      return null;
    }
    const progress = await opening;
    const kept = progress.kept();
    this.#options.onKept?.(kept);
    const typedMeanwhile = new Set(texts.changed);
    for (const [name, text] of Object.entries(kept.files))
      if (!typedMeanwhile.has(name)) texts.set(name, text);
    texts.setAside = kept.setAside;
    this.readTrouble = progress.trouble;
    this.reached = [...new Set([...kept.reached, ...this.reached])];
    this.starterChanged = kept.lessonVersion !== slot.version && Object.keys(kept.files).length > 0;
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
    const theirs: Record<string, string> = {};
    for (const name of this.#unsaved) {
      const replaced = progress.keepFile(name, texts.isChanged(name) ? texts.of(name) : null);
      if (replaced !== null) theirs[name] = replaced;
    }
    this.#unsaved.clear();
    if (Object.keys(theirs).length > 0) this.#setAside(theirs);
  }

  /** Shows what another tab has written; where something was typed here since, theirs is set aside. */
  async follow(): Promise<void> {
    const { texts, onFollow } = this.#options;
    // A store that is only opened now has what the other tab wrote already.
    const present = this.#progress?.kept();
    const before = present?.files ?? {};
    const progress = await this.#open();
    const kept = progress.refresh();
    const { files, setAside, reached } = kept;
    if (JSON.stringify(kept.own) !== JSON.stringify(present?.own)) {
      const typed = texts.files.filter(
        ({ name }) => texts.of(name) !== (before[name] ?? texts.startOf(name)),
      );
      onFollow?.(kept, Object.fromEntries(typed.map(({ name }) => [name, texts.of(name)])));
    }
    texts.setAside = setAside;
    for (const name of new Set([...Object.keys(before), ...Object.keys(files)])) {
      const [known, theirs] = [before, files].map((kept) => kept[name] ?? texts.startOf(name)) as [
        string,
        string,
      ];
      if (texts.of(name) === known) texts.set(name, theirs);
      else if (theirs !== known && theirs !== texts.of(name)) this.#setAside({ [name]: theirs });
    }
    this.reached = [...new Set([...reached, ...this.reached])];
  }

  /** Shares the lesson with other tabs until the function that it returns is called. */
  share(page: Window): () => void {
    const { slug } = this.#options.slot;
    const heard = ({ key }: StorageEvent) => {
      if (key === progressKey(slug)) void this.follow();
    };
    page.addEventListener('storage', heard);
    const unwatch = watchTabs(slug, (shared) => (this.shared = shared));
    return () => {
      page.removeEventListener('storage', heard);
      unwatch();
    };
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

  /** Counts time at the page; it is kept with the first thing that is worth keeping. */
  spend(seconds: number): void {
    this.#spent += seconds;
    if (!this.#progress) return;
    this.#progress.spend(browserName(), this.#spent);
    this.#spent = 0;
  }

  async disclosed(key: string, isOpen: boolean): Promise<void> {
    const progress = await this.#open();
    if (progress.kept().opened.includes(key) !== isOpen) progress.open(key, isOpen);
  }

  /** What the program would run in, as the learner set it; null: nothing of their own. */
  async deployed(deployment: Deployment | null): Promise<void> {
    (await this.#open()).keepDeployment(deployment);
  }

  /** Another program of the learner's own, with what was changed of it. */
  async own(own: Record<string, unknown>): Promise<void> {
    const progress = await this.#open();
    // As they are by then: something may have been typed meanwhile.
    const { texts } = this.#options;
    progress.keepOwn(own, Object.fromEntries(texts.changed.map((name) => [name, texts.of(name)])));
  }

  async acceptVersion(): Promise<void> {
    this.starterChanged = false;
    (await this.#open()).acceptVersion();
  }

  #setAside(theirs: Readonly<Record<string, string>>): void {
    const { texts } = this.#options;
    texts.setAside = { ...texts.setAside, ...theirs };
    this.#progress?.keepSetAside(texts.setAside);
  }

  #open(): Promise<Progress> {
    this.#opening ??= this.#load((trouble) => (this.writeTrouble = trouble)).catch((error: unknown) => {
      // The next that is to be kept asks for it anew.
      this.#opening = null;
      throw error;
    });
    return this.#opening;
  }

  async #load(onTrouble: (trouble: Trouble | null) => void): Promise<Progress> {
    const { slot, understands, openProgress } = this.#options;
    this.#progress = await (openProgress ? openProgress(onTrouble) : openKept(slot, understands, onTrouble));
    return this.#progress;
  }
}

async function openKept(
  { slug, version }: ProgressSlot,
  understands: BenchProgressOptions['understands'],
  onTrouble: (trouble: Trouble | null) => void,
): Promise<Progress> {
  const { openProgress } = await import('../../progress/store.ts');
  return openProgress({
    slug,
    lessonVersion: version,
    onTrouble,
    ...(understands ? { understands } : {}),
  });
}
