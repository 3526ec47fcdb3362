import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format } from 'prettier';
import { judgementSchema } from '../src/sandbox/judgement.ts';
import { ROOT } from './stage.ts';

export const SCHEMA_FILE = join(ROOT, 'src', 'leaklab', 'report.schema.json');

/** The text of `report.schema.json`, as the schemas of `src/sandbox` have it now. */
export function schemaText(): Promise<string> {
  return format(JSON.stringify(judgementSchema()), { parser: 'json', printWidth: 110 });
}

/** `node tools/schema.ts` writes it. */
if (import.meta.main) await writeFile(SCHEMA_FILE, await schemaText());
