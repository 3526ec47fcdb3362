import { progressKey, VERSION, type Stage } from './reached.ts';
import { keptIn, nothingKept, type Kept } from './schema.ts';
import { broughtForward, type Migrations } from './versions.ts';

/** Why progress is not kept as it should be; in each case work goes on in memory. */
export type Trouble = 'full' | 'forbidden' | 'malformed' | 'older';

export type ProgressOptions = {
  slug: string;
  lessonVersion: number;
  storage?: () => Storage;
  migrations?: Migrations;
  onTrouble?: (trouble: Trouble | null) => void;
  /** Whether what was kept of an own program is one; else all of it counts as malformed. */
  understands?: (own: Record<string, unknown>) => boolean;
};

export type Progress = ReturnType<typeof openProgress>;

/**
 * The kept progress of one lesson. Each change reads what is stored first and alters only its own part, so two tabs
 * never undo each other's files; where both write the same one, the second is told what it replaces.
 */
export function openProgress(options: ProgressOptions) {
  const key = progressKey(options.slug);
  const storageOf = options.storage ?? (() => localStorage);
  let kept = nothingKept(options.lessonVersion);
  let lastRaw: string | null = null;

  const parse = (raw: string) => parsed(raw, options.understands);
  const tell = (trouble: Trouble | null) => options.onTrouble?.(trouble);

  function load(): Trouble | null {
    let storage: Storage;
    let raw: string | null;
    try {
      storage = storageOf();
      raw = storage.getItem(key);
    } catch {
      return 'forbidden';
    }
    if (raw === null) return loadOlder(storage);
    const parsed = parse(raw);
    if (parsed) {
      kept = parsed;
      lastRaw = raw;
      return null;
    }
    setAside(storage, raw);
    return 'malformed';
  }

  /** An older version stays under its own key, whether it can be brought forward or not. */
  function loadOlder(storage: Storage): Trouble | null {
    for (let version = VERSION - 1; version >= 0; version--) {
      const raw = storage.getItem(progressKey(options.slug, version));
      if (raw === null) continue;
      const forward = migrated(raw, version, options.migrations);
      if (!forward) return 'older';
      kept = forward;
      return null;
    }
    return null;
  }

  /** Text that cannot be read is moved, never thrown away. False where there is no room for it. */
  function setAside(storage: Storage, raw: string): boolean {
    const base = `${progressKey(options.slug)}:aside`;
    let number = 1;
    while (storage.getItem(`${base}:${number}`) !== null) number++;
    try {
      storage.setItem(`${base}:${number}`, raw);
      storage.removeItem(key);
      return true;
    } catch {
      return false;
    }
  }

  /** What another tab wrote meanwhile comes first; then this change; then both are written. */
  function change(alter: (present: Kept) => Kept): void {
    try {
      const storage = storageOf();
      const raw = storage.getItem(key);
      const foreign = raw !== null && raw !== lastRaw;
      const theirs = foreign ? parse(raw) : null;
      kept = alter(theirs ?? kept);
      if (foreign && !theirs && !setAside(storage, raw)) return tell('full');
      const next = JSON.stringify(kept);
      storage.setItem(key, next);
      lastRaw = next;
      tell(null);
    } catch (error) {
      kept = alter(kept);
      tell(isFull(error) ? 'full' : 'forbidden');
    }
  }

  const trouble = load();

  return {
    trouble,
    kept: (): Kept => kept,
    /** Takes in what another tab has written. */
    refresh: (): Kept => {
      try {
        const raw = storageOf().getItem(key);
        const theirs = raw === null ? null : parse(raw);
        if (theirs) [kept, lastRaw] = [theirs, raw];
      } catch {
        return kept;
      }
      return kept;
    },
    /**
     * `text` is null where the file is as it was at the start. Gives the text that another tab had put there meanwhile
     * and that is replaced by it, if any.
     */
    keepFile(name: string, text: string | null): string | null {
      const known = kept.files[name];
      let replaced: string | null = null;
      change((present) => {
        const theirs = present.files[name];
        if (theirs !== undefined && theirs !== known && theirs !== text) replaced = theirs;
        return { ...present, files: withText(present.files, name, text) };
      });
      return replaced;
    },
    keepSetAside: (texts: Record<string, string>) => change((present) => ({ ...present, setAside: texts })),
    reach: (stage: Stage) =>
      change((present) => ({ ...present, reached: [...new Set([...present.reached, stage])] })),
    open: (disclosure: string, isOpen: boolean) =>
      change((present) => {
        const others = present.opened.filter((one) => one !== disclosure);
        return { ...present, opened: isOpen ? [...others, disclosure] : others };
      }),
    /** Counts on what this browser has counted; `browser` is its name among the learner's. */
    spend: (browser: string, seconds: number) =>
      change((present) => {
        const before = present.seconds?.[browser] ?? 0;
        return { ...present, seconds: { ...present.seconds, [browser]: before + seconds } };
      }),
    /** Null: the learner goes back to what the judge reckons with. */
    keepDeployment: (deployment: Kept['deployment'] | null) =>
      change(({ deployment: _, ...present }) => (deployment ? { ...present, deployment } : present)),
    /** Another program of the learner's own altogether, with what was changed of it. */
    keepOwn: (own: Record<string, unknown>, files: Record<string, string>) =>
      change((present) => ({ ...present, own, files, setAside: {} })),
    /** The learner has seen that the lesson changed and goes on with what they have. */
    acceptVersion: () => change((present) => ({ ...present, lessonVersion: options.lessonVersion })),
  };
}

function parsed(raw: string, understands: ProgressOptions['understands'] = () => true): Kept | null {
  const kept = keptIn(raw);
  return kept && (kept.own === undefined || understands(kept.own)) ? kept : null;
}

function migrated(raw: string, from: number, steps?: Migrations): Kept | null {
  try {
    return broughtForward(JSON.parse(raw), from, steps);
  } catch {
    return null;
  }
}

function withText(texts: Record<string, string>, name: string, text: string | null): Record<string, string> {
  const { [name]: _, ...others } = texts;
  return text === null ? others : { ...others, [name]: text };
}

function isFull(error: unknown): boolean {
  return error instanceof DOMException && /quota/i.test(error.name);
}
