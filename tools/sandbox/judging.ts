import type { Sandbox } from '../../src/course/sandbox.ts';
import type { Manifest } from '../../src/runtime/manifest.ts';
import { openNodeRuntime } from '../../src/runtime/node.ts';
import { RUNTIME_FOLDER } from '../build/runtime.ts';
import { openNative } from './native.ts';
import { judgeOf, type SandboxJudge, type Tally } from './sandbox-judge.ts';
import { nativeParts, pyodideParts } from './takes-part.ts';
import { twoAtATime } from './two-at-a-time.ts';
import type { Store } from './verdict-store.ts';

export const RUNTIMES = ['native', 'pyodide'] as const;
export type RuntimeName = (typeof RUNTIMES)[number];

export type Judging = {
  tally: Tally;
  /** Of Pyodide, if that was asked for. */
  manifest: Manifest | null;
  of(sandbox: Sandbox, name: RuntimeName): SandboxJudge;
};

/** The one place that judges what sandboxes declare: two at a time, and never again what `store` has. */
export async function openJudging(store: Store, runtimes: readonly RuntimeName[]): Promise<Judging> {
  const turn = twoAtATime();
  const tally: Tally = { judged: 0, recalled: 0 };
  const runtime = runtimes.includes('pyodide') ? await openNodeRuntime(RUNTIME_FOLDER) : null;
  const natively = runtimes.includes('native') ? nativeParts() : null;
  const manifest = runtime?.manifest ?? null;

  return {
    tally,
    manifest,
    of(sandbox, name) {
      const { packages, preload } = sandbox;
      const stack = { packages, preload };
      const decides = name === 'native' ? natively : manifest && pyodideParts(manifest, stack);
      const open = () => (name === 'native' ? openNative() : runtime?.open(stack));
      // Only when something is to be judged: Pyodide makes a snapshot for it.
      let opened: ReturnType<typeof open>;
      const execute = async () => {
        const found = await (opened ??= open());
        if (found === undefined) throw new Error(`The runtime ${name} was not asked for.`);
        return found;
      };
      return judgeOf(sandbox, { store, turn, tally, decides: { name, decides }, execute });
    },
  };
}

export function toldTally({ judged, recalled }: Tally): string {
  return `verdicts: ${judged} judged, ${recalled} from the cache`;
}
