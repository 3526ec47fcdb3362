import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format } from 'prettier';
import { judgementSchema } from '../../src/runtime/judgement.ts';
import { ROOT } from '../build/stage.ts';

export const SCHEMA_FILE = join(ROOT, 'src', 'leaklab', 'report.schema.json');

/** The text of `report.schema.json`, as the schemas of `src/runtime` have it now. */
export function schemaText(): Promise<string> {
  return format(JSON.stringify(judgementSchema()), { parser: 'json', printWidth: 110 });
}

/** `node tools/commands/schema.ts` writes it. */
if (import.meta.main) await writeFile(SCHEMA_FILE, await schemaText());
