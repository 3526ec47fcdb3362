import { unzipSync } from 'fflate';
import type { Linker, Settings } from 'pyodide/pyodide.asm.mjs';

/** A zip file, by its name. */
export type Zip = { name: string; bytes: Uint8Array<ArrayBuffer> };

/** An extension module, compiled. `path`: from the folder that the archives are in. */
export type Library = { path: string; code: WebAssembly.Module };

const isLibrary = ({ name }: { name: string }) => name.endsWith('.so');

/** Whether an archive is a wheel with extension modules: its name says that it was built for one machine. */
export function hasLibraries({ name }: { name: string }): boolean {
  return name.endsWith('_wasm32.whl');
}

/** Compiles the extension modules of those `archives` that have any. */
export async function compileLibraries(archives: readonly Zip[]): Promise<Library[]> {
  const found = archives.filter(hasLibraries).flatMap(({ name, bytes }) => {
    const files = Object.entries(unzipSync(bytes, { filter: isLibrary }));
    return files.map(([path, content]) => ({ path: `${name}/${path}`, content }));
  });
  return Promise.all(
    found.map(async ({ path, content }) => ({ path, code: await WebAssembly.compile(content) })),
  );
}

/** The files of a wheel with extension modules, which Python imports from a folder alone. Those stay empty: nobody reads them. */
export function unpackWheel({ bytes }: Zip): [path: string, content: Uint8Array][] {
  const libraries: [string, Uint8Array][] = [];
  const files = unzipSync(bytes, {
    filter(file) {
      if (isLibrary(file)) libraries.push([file.name, new Uint8Array()]);
      return !isLibrary(file) && !file.name.endsWith('/');
    },
  });
  return [...libraries, ...Object.entries(files)];
}

/**
 * Has Emscripten link `libraries` before Python starts. Only then, and always in this order, they get the same places in
 * memory and in the table of functions whether a snapshot is restored afterwards or not.
 */
export async function linkFirst(
  settings: Settings,
  libraries: readonly Library[],
  folder: string,
): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  settings.preRun.unshift((module) => {
    module.addRunDependency('libraries');
    resolve(link(module, libraries, folder).finally(() => module.removeRunDependency('libraries')));
  });
  await promise;
}

async function link(module: Linker, libraries: readonly Library[], folder: string): Promise<void> {
  for (const { path, code } of libraries) {
    const flags = { loadAsync: true, nodelete: true, allowUndefined: true } as const;
    const name = `${folder}/${path}`;
    module.preloadedWasm[name] = await module.loadWebAssemblyModule(code, flags, name, {});
  }
  module.reportUndefinedSymbols();
}
