import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT } from '../build/stage.ts';

export const PASSED = join(ROOT, '.cache', 'passed');
const Passed = z.strictObject({ fingerprint: z.string(), passed: z.int().positive() });

const place = (folder: string, suite: string): string => join(folder, `${suite.replaceAll(' ', '-')}.json`);

/** How many tests of a suite passed when all that it reads was as `fingerprint` says; null if they never did. */
export function passedBefore(folder: string, suite: string, fingerprint: string): number | null {
  try {
    const kept = Passed.parse(JSON.parse(readFileSync(place(folder, suite), 'utf8')));
    return kept.fingerprint === fingerprint ? kept.passed : null;
  } catch {
    return null;
  }
}

/** Remembers what passed; nothing of it when a test failed. */
export function keepPassed(
  folder: string,
  suite: string,
  fingerprint: string,
  { passed, failed }: { passed: number; failed: number },
): void {
  if (failed > 0) return rmSync(place(folder, suite), { force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(place(folder, suite), JSON.stringify({ fingerprint, passed }));
}
