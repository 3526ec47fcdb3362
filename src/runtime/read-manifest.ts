import * as z from 'zod/mini';
import type { Manifest } from './manifest.ts';

const RuntimeFile = z.object({
  name: z.string().check(z.minLength(1)),
  bytes: z.int().check(z.positive()),
  integrity: z.string().check(z.startsWith('sha256-')),
});

const Schema = z.object({
  pyodide: z.string(),
  version: z.string(),
  wasm: RuntimeFile,
  stdlib: RuntimeFile,
  lock: RuntimeFile,
  judge: RuntimeFile,
  worker: RuntimeFile,
  frame: RuntimeFile,
  language: RuntimeFile,
  distributions: z.record(
    z.string(),
    z.object({ version: z.string(), wheel: RuntimeFile, closure: z.array(z.string()) }),
  ),
  snapshots: z.record(z.string(), RuntimeFile),
}) satisfies z.ZodMiniType<Manifest>;

/** `runtime.json` as the host sent it. Throws a sentence that says what came instead. */
export function readManifest(text: string): Manifest {
  if (text.trim() === '') throw new Error('The server sent runtime.json empty.');
  if (/^\s*</.test(text)) {
    const where = 'Does the network ask you to sign in first? Do so in another tab.';
    throw new Error(`The server sent a web page in place of runtime.json. ${where}`);
  }
  const parsed = Schema.safeParse(parse(text));
  if (parsed.success) return parsed.data;
  const field = parsed.error.issues[0]?.path.join('.') ?? '';
  const wrong = field ? `its field "${field}" is missing or wrong` : 'it is no list of files';
  throw new Error(`The server sent a runtime.json that does not fit this page: ${wrong}. Reload the page.`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('The server sent only a part of runtime.json, or something that is none.');
  }
}
