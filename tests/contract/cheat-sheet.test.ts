import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readCheatSheet } from '../../src/course/cheat-sheet.ts';
import { FIXTURE } from '../../tools/build/setup.ts';
import { ROOT } from '../../tools/build/stage.ts';
import { RUNTIMES, openJudging } from '../../tools/sandbox/judging.ts';
import { loadSandboxFolder } from '../../tools/sandbox/sandbox-folder.ts';
import { openStore } from '../../tools/sandbox/verdict-store.ts';

const file = 'content/cheat-sheet.yaml';
const { cheatSheet } = readCheatSheet({ [file]: await readFile(join(ROOT, file), 'utf8') }, []);
const typed = cheatSheet.flatMap(({ rows }) => rows.filter(({ language }) => language === 'python'));

/** What a row names, and nothing that it makes itself. */
const IMPORTS = `
import asyncio, gc, sys, tracemalloc, warnings
from collections import Counter

import objgraph
from pympler import asizeof, muppy, summary

from leaklab.live import culprit, load as work

`;

test.each(RUNTIMES)(
  'every line of the cheat sheet runs in a living program, %s',
  async (runtime) => {
    const judging = await openJudging(await openStore(), [runtime]);
    const { sandbox } = await loadSandboxFolder(join(ROOT, FIXTURE.course, 'sandboxes', 'library-loans'));
    const rows = typed.map(({ type }) => `${type}\n`).join('');
    expect(typed.length).toBeGreaterThan(10);
    // A diagnosis that raises is no diagnosis.
    const diagnosis = await judging
      .of(sandbox, runtime)
      .diagnosis(`${IMPORTS}${rows}culprit(what=one)\n`, false);
    expect(diagnosis.findings.find(({ part }) => part === 'what')?.given).toBe('dict');
  },
  600_000,
);
