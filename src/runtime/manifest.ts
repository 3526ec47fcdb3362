/** `runtime.json`: what the runtime folder holds. The build writes it, the page and Node read it. */
export type RuntimeFile = { name: string; bytes: number; integrity: string };

export type Manifest = {
  pyodide: string;
  /** Changes when anything does that an interpreter is made of. */
  version: string;
  wasm: RuntimeFile;
  stdlib: RuntimeFile;
  lock: RuntimeFile;
  judge: RuntimeFile;
  worker: RuntimeFile;
  frame: RuntimeFile;
  /** What answers an editor: jedi and `src/language`. No program can import it. */
  language: RuntimeFile;
  /** By name of distribution: its own wheel and those that it needs. */
  distributions: Record<string, { version: string; wheel: RuntimeFile; closure: string[] }>;
  /**
   * By `stackKey`: the memory of an interpreter that has started with that stack, compressed by gzip. Their names do not
   * say so: servers have browsers unpack what ends in `.gz`.
   */
  snapshots: Record<string, RuntimeFile>;
};

/** What a sandbox has installed, and which modules its snapshot has imported already. */
export type Stack = { packages: readonly string[]; preload: readonly string[] };

/** Equal for stacks that start from the same snapshot. */
export function stackKey({ packages, preload }: Stack): string {
  return JSON.stringify([packages, preload]);
}

/** What helps to look at a program. A console and a diagnosis find it with every stack, a check only in one that has it. */
export const TOOLS: Stack = { packages: ['objgraph', 'pympler'], preload: [] };

/** The wheels of `TOOLS` that a stack does not have anyway. */
export function toolsOf(manifest: Manifest, stack: Stack): RuntimeFile[] {
  const installed = wheelsOf(manifest, stack);
  return wheelsOf(manifest, TOOLS).filter((wheel) => !installed.includes(wheel));
}

/** What every interpreter starts from. */
export function coreOf({ wasm, stdlib, lock, judge, worker, frame }: Manifest): RuntimeFile[] {
  return [wasm, stdlib, lock, judge, worker, frame];
}

/** The wheels of a stack, its dependencies among them, in a stable order. Throws on a name that is not there. */
export function wheelsOf(manifest: Manifest, stack: Stack): RuntimeFile[] {
  const names = new Set(
    stack.packages.flatMap((name) => {
      const found = manifest.distributions[name];
      if (!found) throw new Error(`The runtime has no package named "${name}".`);
      return found.closure;
    }),
  );
  return [...names].sort().flatMap((name) => manifest.distributions[name]?.wheel ?? []);
}
