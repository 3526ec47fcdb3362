declare module 'pyodide/pyodide.asm.mjs' {
  type Settings = Record<string, unknown>;
  const createPyodideModule: (settings: Settings) => Promise<unknown>;
  export { createPyodideModule as default };
}
