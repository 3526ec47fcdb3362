import type { LessonProgram } from '../program-file.ts';
import { measureAgain } from '../measure.ts';
import { writeProof, type Proof } from '../proof-file.ts';
import type { Standing } from './words.ts';

export type Row = { name: string; proof: Proof; sealed: boolean; standing: Standing };

/** Proofs that were opened, measured again one after the other. */
export class Queue {
  rows: Row[] = $state([]);
  measuring: boolean = $state(false);
  /** What has been fetched of lessons, by their slug. */
  programs: Record<string, LessonProgram> = $state.raw({});
  #base: string;
  #lessons: ReadonlySet<string>;
  #stopped = false;
  #stop = (): void => undefined;

  /** `lessons` are the slugs that this site has. */
  constructor(base: string, lessons: readonly string[]) {
    this.#base = base;
    this.#lessons = new Set(lessons);
  }

  /** Measures what is not there yet. */
  add(opened: readonly Pick<Row, 'name' | 'proof' | 'sealed'>[]): void {
    const known = new Set(this.rows.map(({ proof }) => writeProof(proof)));
    for (const { name, proof, sealed } of opened)
      if (!known.has(writeProof(proof)))
        this.rows.push({ name, proof, sealed, standing: { kind: 'waiting' } });
    void this.#measure();
  }

  again(row: Row): void {
    row.standing = { kind: 'waiting' };
    void this.#measure();
  }

  /** Ends what is measured, and leaves the rest waiting. */
  stop(): void {
    this.#stopped = true;
    this.#stop();
  }

  async #measure(): Promise<void> {
    if (this.measuring) return;
    this.measuring = true;
    this.#stopped = false;
    for (;;) {
      const row = this.#next();
      if (!row) break;
      row.standing = { kind: 'measuring', units: 0 };
      const found = await measureAgain(row.proof, {
        programOf: (lesson) => this.#programOf(lesson),
        open: async (stack) => {
          const { createClient } = await import('../../runtime/client.ts');
          const client = createClient({ base: this.#base, stack });
          this.#stop = () => client.stop();
          return client;
        },
        onUnits: (units) => (row.standing = { kind: 'measuring', units }),
      });
      row.standing = { kind: 'found', found };
    }
    this.measuring = false;
  }

  #next(): Row | undefined {
    return this.#stopped ? undefined : this.rows.find(({ standing }) => standing.kind === 'waiting');
  }

  async #programOf(lesson: string): Promise<LessonProgram | null> {
    const known = this.programs[lesson];
    if (known) return known;
    if (!this.#lessons.has(lesson)) return null;
    const answer = await fetch(`${this.#base}proof/programs/${lesson}.json`);
    if (!answer.ok) throw new Error(answer.statusText);
    const program = (await answer.json()) as LessonProgram;
    this.programs = { ...this.programs, [lesson]: program };
    return program;
  }
}
