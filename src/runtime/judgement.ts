import * as z from 'zod/mini';
import { Explanation, Read, Verdict } from './report.ts';

/**
 * What the command lines print with `--json`, on either runtime. `notes` are sentences on what the judge could not
 * control; a sandbox has none. `reads` are those of the check that decided.
 */
export const JudgementFile = z.strictObject({
  verdict: Verdict,
  explanation: z.nullable(Explanation),
  notes: z.array(z.string()),
  reads: z.array(Read),
});
export type JudgementFile = z.infer<typeof JudgementFile>;

/** The same as JSON Schema, for who reads it without us. */
export function judgementSchema(): object {
  const { $schema, ...rest } = z.toJSONSchema(JudgementFile, { reused: 'ref' });
  return {
    $schema,
    title: 'Judgement',
    // eslint-disable-next-line said/by-key -- A schema is in English.
    description: 'What `leaklab ... --json` and `npm run judge -- ... --json` print.',
    ...rest,
  };
}
