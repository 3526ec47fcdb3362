import { expect, test } from 'vitest';
import { readGlossary } from '../../../src/course/glossary.ts';
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
  const records = searchRecords(glossary, symptoms, [sandbox]);
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
