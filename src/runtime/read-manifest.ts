import { words } from '#words/runtime';
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
  if (text.trim() === '') throw new Error(words.manifest.empty);
  if (/^\s*</.test(text)) throw new Error(words.manifest.page);
  const parsed = Schema.safeParse(parse(text));
  if (parsed.success) return parsed.data;
  const field = parsed.error.issues[0]?.path.join('.') ?? '';
  throw new Error(field ? words.manifest.misfit(field) : words.manifest.noList);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(words.manifest.partial);
  }
}
