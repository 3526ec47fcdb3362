import { expect, test } from 'vitest';
import { readGlossary } from '../../../src/course/glossary.ts';
import { readPaths } from '../../../src/course/paths.ts';
import { readSandbox } from '../../../src/course/sandbox.ts';
import { searchRecords } from '../../../src/course/search-records.ts';
import { readSymptoms } from '../../../src/course/symptoms.ts';
import { sandboxFiles } from './sandbox-files.ts';

const glossary = readGlossary({
  'content/glossary/words.yaml': 'gc.freeze:\n  means: Sets `gc` aside.\n  aliases: [freeze]\n',
});
const { symptoms } = readSymptoms(
  {
    'content/symptoms/growth.yaml':
      'grows:\n  title: It grows\n  means: A leak.\n  ask: [{ tool: "`gc`", how: Collect. }]\n',
  },
  { glossary, lessons: [], sandboxes: [] },
);

test('words, symptoms, sandboxes and lists can be found, each at its own address and as plain text', () => {
  const sandbox = readSandbox('request-log', sandboxFiles());
  const lesson = { slug: 'one', title: 'One', minutes: 5, needs: [], position: 1 };
  const text = 'title: On call\nfor: You.\nafterwards: [Use `gc`.]\nsteps: [{ lesson: one, why: It. }]\n';
  const { paths } = readPaths({ 'content/paths/01-on-call.yaml': text }, [lesson]);
  const records = searchRecords(glossary, symptoms, [sandbox], paths);
  expect(records).toContainEqual({
    url: '/paths/on-call/',
    kind: 'Path',
    title: 'On call',
    text: 'You. Use gc.',
  });
  expect(records.slice(0, 3)).toEqual([
    { url: '/glossary/#gc-freeze', kind: 'Word', title: 'gc.freeze', text: 'Sets gc aside. Also: freeze.' },
    { url: '/symptoms/#grows', kind: 'Symptom', title: 'It grows', text: 'A leak. gc: Collect.' },
    {
      url: '/sandboxes/request-log/',
      kind: 'Sandbox',
      title: `Open the sandbox “${sandbox.title}”`,
      text: expect.stringContaining(sandbox.summary) as string,
    },
  ]);
  expect(records.map(({ url }) => url)).toEqual(
    expect.arrayContaining(['/glossary/', '/sandboxes/own/', '/report/', '/linter/']),
  );
  expect(JSON.stringify(records), 'no answer of a sandbox').not.toContain(sandbox.fixes[0]?.why);
});
