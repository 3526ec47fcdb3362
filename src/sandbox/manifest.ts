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
  /** By name of distribution: its own wheel and those that it needs. */
  distributions: Record<string, { version: string; wheel: RuntimeFile; closure: string[] }>;
};

/** What a sandbox has installed, and which modules its snapshot has imported already. */
export type Stack = { packages: readonly string[]; preload: readonly string[] };

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
