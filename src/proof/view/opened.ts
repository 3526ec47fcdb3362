import { words } from '#words/proof';
import { entriesOf, MOST_ZIP_BYTES } from '../../own/zip.ts';
import { Refused, shown } from '../../own/refused.ts';
import { MOST_BYTES, readProof, type ReadProof } from '../proof-file.ts';

/** A proof as it came, by the name of its file. */
export type Opened = { name: string } & ReadProof;

/** More at once would take hours to measure. */
export const MOST_PROOFS = 200;

/** Reads files one after the other, those in a zip too; never fails. What else lies in a folder or zip is passed over. */
export async function openFiles(files: readonly File[]): Promise<Opened[]> {
  const alone = files.length === 1;
  const opened: Opened[] = [];
  for (const file of files) {
    if (file.name.endsWith('.zip')) opened.push(...(await inZip(file)));
    else if (alone || file.name.endsWith('.json'))
      opened.push(await one(file.name, file.size, () => file.text()));
  }
  return opened.slice(0, MOST_PROOFS);
}

async function inZip(zip: File): Promise<Opened[]> {
  try {
    if (zip.size > MOST_ZIP_BYTES) throw new Refused(words.refused.zipTooLarge(shown(zip.name)));
    const opened: Opened[] = [];
    for (const { path, bytes, read } of entriesOf(new Uint8Array(await zip.arrayBuffer())))
      if (path.endsWith('.json'))
        opened.push(await one(path, bytes, async () => new TextDecoder().decode(await read())));
    if (opened.length > 0) return opened;
    throw new Refused(words.refused.zipEmpty(shown(zip.name)));
  } catch (error) {
    const sentence = error instanceof Refused ? error.message : words.refused.zipUnread(shown(zip.name));
    return [{ name: zip.name, kind: 'refused', sentence }];
  }
}

async function one(name: string, bytes: number, read: () => Promise<string>): Promise<Opened> {
  try {
    if (bytes > MOST_BYTES) return { name, kind: 'refused', sentence: words.refused.tooLarge(shown(name)) };
    return { name, ...(await readProof(name, await read())) };
  } catch (error) {
    const sentence = error instanceof Refused ? error.message : words.refused.unread(shown(name));
    return { name, kind: 'refused', sentence };
  }
}
