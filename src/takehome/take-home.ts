import { unzipSync, zipSync, strToU8, type Zippable } from 'fflate';
import { fetchJudge } from '../runtime/assets.ts';
import { browserStorage, type Storage } from '../runtime/storage.ts';
import { contentsOf, type Belongings } from './contents.ts';

export type { Belongings };

type Options = { fetch?: typeof globalThis.fetch; storage?: Storage | null };

/** The program as a zip that needs nothing of this site: unpacked, it is judged by `python -m pytest`. Throws a sentence. */
export async function packTakeHome(
  belongings: Belongings,
  /** Address of the runtime folder, which has the judge. */
  runtime: URL,
  { fetch = globalThis.fetch.bind(globalThis), storage = browserStorage() }: Options = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const { manifest, judge } = await fetchJudge({ folder: runtime, fetch, storage });
  const files: Zippable = {};
  for (const [path, bytes] of Object.entries(unzipSync(new Uint8Array(judge))))
    files[`${belongings.id}/${path}`] = bytes;
  for (const [path, text] of Object.entries(contentsOf(belongings, manifest.distributions)))
    files[path] = strToU8(text);
  return zipSync(files, { level: 9 });
}
