// Reads signals as lines of JSON and parses each with the page's own schema; says which do not fit.
import { createInterface } from 'node:readline';
import { Signal } from '../../../src/runtime/protocol.ts';

let misfits = 0;
for await (const line of createInterface({ input: process.stdin })) {
  const parsed = Signal.safeParse(JSON.parse(line));
  if (!parsed.success) {
    misfits += 1;
    console.log(line.slice(0, 300), JSON.stringify(parsed.error.issues));
  }
}
process.exitCode = misfits ? 1 : 0;
