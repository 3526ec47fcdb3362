import { words } from '#words/bench';
import { trackDisclosures } from '../progress/disclosures.ts';
import type { Stage } from '../progress/reached.ts';
import type { Kept } from '../progress/schema.ts';
import { timeAtPage } from '../progress/time.ts';
import { progressSlotOf, type Exercise, type LessonRef } from './exercise.ts';
import { BenchProgress } from './session/bench-progress.svelte.ts';
import { clientOnDemand, type OpenClient } from './session/client.ts';
import { Code } from './session/code.svelte.ts';
import type { Deployment } from './session/deployment.ts';
import { Link, type BenchLink } from './session/link.svelte.ts';
import type { Own } from './session/own.svelte.ts';
import { PythonLanguage } from './session/python-language.svelte.ts';
import { Session } from './session/session.svelte.ts';
import { keepRuns, type RunKeeping } from './session/run-keeping.ts';
import { claimOf, stagesReached } from './session/stages.ts';

export type BenchOptions = {
  exercise: Exercise;
  /** Without one the sandbox stands on a page of its own: it has no stages, and progress is kept under its own name. */
  lesson: LessonRef | null;
  /** Path of the site, with a slash at its end. */
  base: string;
  openClient?: OpenClient;
  runKeeping?: RunKeeping;
  /** The learner's own program, whose settings and files can all be changed; null: a sandbox. */
  own?: Own | null;
};

/** The workbench without its looks: makes each part once, and joins them. */
export class Bench {
  readonly own: Own | null;
  readonly lesson: LessonRef | null;
  readonly base: string;
  readonly code: Code;
  readonly session: Session;
  readonly language: PythonLanguage;
  readonly progress: BenchProgress;
  readonly link: BenchLink;
  readonly #runs: RunKeeping;
  #exercise: Exercise;
  #restored: Promise<unknown> = Promise.resolve();

  constructor({ exercise, lesson, base, openClient, runKeeping, own = null }: BenchOptions) {
    this.#exercise = exercise;
    this.own = own;
    this.lesson = lesson;
    this.base = base;
    this.code = new Code(this.exercise);
    const slot = progressSlotOf(exercise, lesson);
    this.progress = new BenchProgress({
      slot,
      texts: this.code.texts,
      ...(own && {
        understands: own.understands,
        onKept: (kept: Kept) => kept.own && own.restore(kept.own),
        onFollow: (kept: Kept, typed: Record<string, string>) =>
          kept.own && own.follow(kept.own, kept.files, typed),
      }),
    });
    this.#runs = runKeeping ?? keepRuns(slot.slug);
    const now = () => this.exercise;
    const open = openClient ?? clientOnDemand(base, exercise.stack);
    this.language = new PythonLanguage(this.code, open);
    this.session = new Session({
      get exercise() {
        return now();
      },
      code: this.code,
      openClient: open,
      ...(own && { settings: () => own.settings }),
      onSettled: (run) => {
        const claim = claimOf(this.exercise.verdict, lesson !== null, this.progress.reached);
        for (const stage of stagesReached(run, claim)) this.reach(stage);
        void this.#runs.keep(run);
      },
    });
    const address = `${base}sandboxes/${exercise.id}/`;
    this.link = own?.linkAt(address) ?? new Link(this.code, this.session, address);
    own?.join({
      code: this.code,
      keep: (kept) => void this.progress.own(kept),
      // What runs now keeps its packages; the next run opens with the others.
      onStack: () => void (this.session.active ?? this.session.warm()),
    });
  }

  get exercise(): Exercise {
    return this.own?.exercise ?? this.#exercise;
  }

  /** What the next run runs: the learner's files, and the settings of an own program. */
  get texts(): Record<string, string> {
    return { ...this.code.editable, ...this.own?.settings };
  }

  /** Brings back what was kept and begins to load Python; `page` holds the predictions and hints that are kept open. */
  begin(page: Document): () => void {
    let ended = false;
    let untrack = () => {};
    const look = () => void this.link.look(page.location.hash);
    window.addEventListener('hashchange', look);
    const unshare = this.progress.share(window);
    const stopClock = this.lesson ? timeAtPage(page, (seconds) => this.progress.spend(seconds)) : () => {};
    look();
    void this.#runs.restore().then((kept) => this.session.recall(kept));
    const warm = () => void this.session.warm();
    if (!this.own) warm();
    const restored = this.progress.restore();
    this.#restored = restored;
    // Only then is it known which packages an own program needs.
    if (this.own) restored.then(warm, warm);
    void restored.then((kept) => {
      this.session.deployment ??= kept?.deployment ?? null;
      if (ended || !this.lesson) return;
      untrack = trackDisclosures(
        page,
        kept?.opened ?? [],
        (key, isOpen) => void this.progress.disclosed(key, isOpen),
      );
    });
    return () => {
      ended = true;
      untrack();
      unshare();
      stopClock();
      window.removeEventListener('hashchange', look);
    };
  }

  edit(name: string, text: string): void {
    this.code.edit(name, text);
    this.progress.typed(name);
  }

  reset(names: readonly string[]): void {
    const replaced = this.code.reset(names);
    if (replaced.length > 0) void this.progress.replaced(replaced);
  }

  undoReset(): void {
    void this.progress.replaced(this.code.texts.undo());
  }

  /** Opens the code that the address carries, or leaves it; from then on the address is the page's own. */
  async answerOffer(answer: 'open' | 'leave'): Promise<void> {
    const { offer } = this.link;
    this.link.offer = null;
    history.replaceState(history.state, '', location.pathname + location.search);
    if (answer === 'leave' || !offer || offer.kind === 'unreadable') return;
    // What was kept of the learner's own comes first, or it could not be set aside.
    await this.#restored;
    if (offer.kind === 'program') this.own?.open(offer.program, words.programOpened);
    else {
      await this.put(offer.texts);
      if (Object.keys(offer.load).length > 0) this.session.load.take(offer.load);
      // What the learner has set themselves stays kept.
      if (offer.deployment) this.session.setDeployment(offer.deployment);
    }
  }

  /** Puts other texts in the place of the learner's, which are set aside; of an own program all of it. */
  async put(texts: Readonly<Record<string, string>>): Promise<void> {
    await this.#restored;
    if (this.own) return this.own.goBack(texts);
    const replaced = this.code.put(texts);
    if (replaced.length > 0) await this.progress.replaced(replaced);
  }

  setDeployment(deployment: Deployment | null): void {
    this.session.setDeployment(deployment);
    void this.progress.deployed(deployment);
  }

  reach(stage: Stage): void {
    if (this.lesson) void this.progress.reach(stage);
  }
}
