import type { OfflinePath, Standing } from './offline-path.ts';

/** What the panel shows. Bytes are as they lie on the device. */
export type Shown =
  | { kind: 'looking' }
  | { kind: 'unknown'; reason: string }
  | ({ kind: 'standing' } & Standing)
  | { kind: 'taking'; loadedBytes: number; totalBytes: number }
  /** `reason` is null where somebody stopped it. */
  | { kind: 'stopped'; loadedBytes: number; totalBytes: number; reason: string | null }
  | { kind: 'removing' };

/** A path, and what of it is on this device. */
export class Panel {
  shown = $state<Shown>({ kind: 'looking' });
  #path: OfflinePath;
  #taking: AbortController | null = null;

  constructor(path: OfflinePath) {
    this.#path = path;
    void this.look();
  }

  async look(): Promise<void> {
    this.shown = { kind: 'looking' };
    await this.#settle(this.#path.look());
  }

  async take(): Promise<void> {
    const taking = (this.#taking = new AbortController());
    let loadedBytes = 0;
    let totalBytes = 0;
    const show = () => (this.shown = { kind: 'taking', loadedBytes, totalBytes });
    show();
    try {
      const standing = await this.#path.take(taking.signal, (loaded, total) => {
        loadedBytes = loaded;
        totalBytes = total;
        if (!taking.signal.aborted) show();
      });
      this.shown = { kind: 'standing', ...standing };
    } catch (error) {
      const reason = taking.signal.aborted ? null : sentence(error);
      // What else was on its way would go on alone.
      taking.abort();
      this.shown = { kind: 'stopped', loadedBytes, totalBytes, reason };
    }
  }

  stop(): void {
    this.#taking?.abort();
  }

  async remove(): Promise<void> {
    this.shown = { kind: 'removing' };
    await this.#settle(this.#path.remove());
  }

  async #settle(standing: Promise<Standing>): Promise<void> {
    try {
      this.shown = { kind: 'standing', ...(await standing) };
    } catch (error) {
      this.shown = { kind: 'unknown', reason: sentence(error) };
    }
  }
}

function sentence(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
