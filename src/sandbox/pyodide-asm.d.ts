declare module 'pyodide/pyodide.asm.mjs' {
  type Settings = Record<string, unknown>;
  const createPyodideModule: (settings: Settings) => Promise<{ HEAP8: Int8Array }>;
  export default createPyodideModule;
}
