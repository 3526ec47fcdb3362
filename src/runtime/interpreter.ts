import { loadPyodide } from 'pyodide';
import createPyodideModule from 'pyodide/pyodide.asm.mjs';
import { answering } from './answering.ts';
import { describeEnd } from './end.ts';
import { hasLibraries, linkFirst, unpackWheel, type Library, type Zip } from './extensions.ts';
import { createMeter, limitMemory, makeRoom, type WasmInstance } from './memory.ts';
import { virtualTime, type VirtualTime } from './virtual-time.ts';

/** What an interpreter is made of. `folder` is where Pyodide looks for its standard library. */
export type Parts = {
  folder: string;
  wasm: WebAssembly.Module;
  lock: string;
  /**
   * Zip files on `sys.path`, by file name, the judge first. A snapshot holds no files, so wheels stay zipped but for those
   * that have extension modules.
   */
  archives: readonly Zip[];
  /** The extension modules of those archives. */
  libraries: readonly Library[];
  /** Wheels that the judge has on `sys.path` only while somebody looks at a program: in a diagnosis or a console. */
  tools: readonly Zip[];
  /** The language service, a zip, for an interpreter that answers an editor and carries out no program. */
  language: Uint8Array<ArrayBuffer> | null;
};

export type Start =
  | { kind: 'cold'; preload: readonly string[] }
  /** As made by `snapshot` of an interpreter with the same parts. */
  | { kind: 'snapshot'; bytes: Uint8Array<ArrayBuffer> };

export type Interpreter = {
  /**
   * Carries out a `Command`, given as JSON, and emits `Signal`s as JSON; the last tells it when the interpreter died. With
   * a language service it takes a `Question` and emits its `Answer`.
   */
  carryOut(command: string, emit: (signal: string) => void): void;
  /** The memory as it is now; only of an interpreter that was started cold and has carried out nothing. */
  snapshot(): Uint8Array<ArrayBuffer>;
};

type Steps = { destroy(): void };
type Host = {
  prepare(modules: unknown): void;
  clock_address(): number;
  carry_out: {
    callKwargs(
      command: string,
      host: { meter: () => number; emit: (signal: string) => void; lives_on: true },
    ): Steps;
  };
  /** Called from here it has nothing of Python below it, so neither has the program. */
  drive(steps: Steps): void;
};
type Pyodide = Awaited<ReturnType<typeof loadPyodide>>;

type Files = {
  mkdirTree(path: string): void;
  writeFile(path: string, bytes: Uint8Array): void;
};

/** What C writes past Python: Python's own output is the judge's to pass on. */
const ignore = () => undefined;
const ARCHIVES = '/lib/archives';
const TOOLS = '/lib/tools';

/** Equal hashes in every interpreter: a run is judged by what the program does, not by the luck of its dict order. */
const environment = { PYTHONHASHSEED: '0', HOME: '/home/learner' };

/** `limitBytes` holds for every memory that is made here from now on. */
export async function boot(parts: Parts, start: Start, limitBytes: number): Promise<Interpreter> {
  const memory = limitMemory(limitBytes);
  const created: WasmInstance[] = [];
  const time = virtualTime();
  const create: typeof createPyodideModule = async (settings) => {
    const restore = substituteModule(parts.wasm, time, (instance) => created.push(instance));
    try {
      const linked = linkFirst(settings, parts.libraries, ARCHIVES);
      const [module] = await Promise.all([createPyodideModule(settings), linked]);
      if (start.kind === 'snapshot') makeRoom(only(created), start.bytes.byteLength);
      return module;
    } finally {
      restore();
    }
  };
  const options = {
    indexURL: parts.folder,
    packageBaseUrl: parts.folder,
    lockFileContents: JSON.parse(parts.lock) as never,
    createPyodideModule: create as never,
    env: { ...environment },
    // `import js` finds nothing: the program has no business outside Python.
    jsglobals: {},
    stdin: () => null,
    stdout: ignore,
    stderr: ignore,
    ...(start.kind === 'snapshot' ? { _loadSnapshot: start.bytes } : { _makeSnapshot: true }),
  };
  const pyodide = await loadPyodide(options);
  writeZips(pyodide, ARCHIVES, parts.archives);
  writeZips(pyodide, TOOLS, parts.tools);
  if (start.kind === 'cold') extendPath(pyodide, pathsOf(ARCHIVES, parts.archives));
  const snapshot = () => pyodide.makeMemorySnapshot() as Uint8Array<ArrayBuffer>;
  if (parts.language) {
    const looking = [...pathsOf(ARCHIVES, parts.archives.slice(0, 1)), ...pathsOf(TOOLS, parts.tools)];
    return { carryOut: answering(pyodide, parts.language, looking), snapshot };
  }
  const host = pyodide.pyimport('leaklab.host') as Host;
  if (start.kind === 'cold') host.prepare(pyodide.toPy(start.preload));
  const meter = createMeter(only(created));
  time.follow(only(created), host.clock_address());
  return {
    carryOut(command, emit) {
      try {
        const steps = host.carry_out.callKwargs(command, { meter, emit, lives_on: true });
        host.drive(steps);
        steps.destroy();
      } catch (error) {
        emit(describeEnd(error, command, memory.wasReached()));
      }
    },
    snapshot,
  };
}

/**
 * Has Pyodide instantiate `wasm`, compiled once, in place of the bytes that it loads: code that is compiled lazily
 * stays compiled. Node takes the first way, browsers the second.
 */
function substituteModule(
  wasm: WebAssembly.Module,
  time: VirtualTime,
  created: (instance: WasmInstance) => void,
): () => void {
  const { instantiate, instantiateStreaming } = WebAssembly;
  const substitute = async (source: unknown, imports: WebAssembly.Imports = {}) => {
    if (source instanceof WebAssembly.Module) return instantiate(source, imports);
    time.join(imports);
    const instance = await instantiate(wasm, imports);
    created({ instance, imports });
    return { instance, module: wasm };
  };
  Object.assign(WebAssembly, { instantiate: substitute, instantiateStreaming: substitute });
  return () => Object.assign(WebAssembly, { instantiate, instantiateStreaming });
}

function writeZips(pyodide: Pyodide, folder: string, zips: readonly Zip[]): void {
  const files = pyodide.FS as Files;
  files.mkdirTree(folder);
  for (const zip of zips) {
    const path = `${folder}/${zip.name}`;
    if (!hasLibraries(zip)) files.writeFile(path, zip.bytes);
    else for (const [name, content] of unpackWheel(zip)) writeInto(files, `${path}/${name}`, content);
  }
}

function writeInto(files: Files, path: string, content: Uint8Array): void {
  files.mkdirTree(path.slice(0, path.lastIndexOf('/')));
  files.writeFile(path, content);
}

function pathsOf(folder: string, zips: readonly Zip[]): string[] {
  return zips.map(({ name }) => `${folder}/${name}`);
}

function extendPath(pyodide: Pyodide, paths: readonly string[]): void {
  const sys = pyodide.pyimport('sys') as { path: { append(path: string): void }; destroy(): void };
  for (const path of paths) sys.path.append(path);
  sys.destroy();
}

function only(created: readonly WasmInstance[]): WasmInstance {
  const [instance, ...more] = created;
  if (!instance || more.length) throw new Error('Pyodide did not make exactly one instance of its module.');
  return instance;
}
