declare module 'pyodide/pyodide.asm.mjs' {
  /** What linking needs of the module that Emscripten makes. */
  export type Linker = {
    addRunDependency(name: string): void;
    removeRunDependency(name: string): void;
    loadWebAssemblyModule(
      code: WebAssembly.Module,
      flags: { loadAsync: true; nodelete: true; allowUndefined: true },
      path: string,
      scope: object,
    ): Promise<WebAssembly.Exports>;
    reportUndefinedSymbols(): void;
    /** Where `dlopen` looks first, by path. */
    preloadedWasm: Record<string, WebAssembly.Exports>;
  };
  export type Settings = { preRun: ((module: Linker) => void)[] };
  const createPyodideModule: (settings: Settings) => Promise<unknown>;
  export { createPyodideModule as default };
}
