import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLanguageService, type LanguageService } from '../../../src/runtime/language.ts';
import type { Question } from '../../../src/runtime/language-protocol.ts';
import { scriptedChannel } from './scripted-channel.ts';

const place = { file: 'app.py', files: { 'app.py': 'import gc\ngc.' }, line: 2 };
const complete = (column: number): Question => ({ kind: 'complete', ...place, column });
const hover: Question = { kind: 'hover', ...place, column: 1 };

type Posted = { id: number; kind: string; column: number };
let opened: ReturnType<typeof scriptedChannel>[];
let refusal: Error | null;
let service: LanguageService;
const posted = () => opened.flatMap(({ commands }) => commands as unknown as Posted[]);
const latest = () => {
  const channel = opened.at(-1);
  if (!channel) throw new Error('no interpreter was opened');
  return channel;
};
const say = (answer: object) => latest().sayText(JSON.stringify({ id: posted().at(-1)?.id, ...answer }));
const begun = (count: number) => vi.waitFor(() => expect(posted()).toHaveLength(count));

beforeEach(() => {
  vi.useFakeTimers();
  opened = [];
  refusal = null;
  service = createLanguageService(async () => {
    if (refusal) throw refusal;
    const channel = scriptedChannel();
    opened.push(channel);
    return channel.channel;
  }, 20);
});

afterEach(() => vi.useRealTimers());

test('nothing is opened before the first question, and one interpreter answers all', async () => {
  expect(opened).toEqual([]);
  for (const name of ['collect', 'get_objects']) {
    const asked = service.ask(complete(3));
    await begun(name === 'collect' ? 1 : 2);
    say({ kind: 'completions', completions: [{ name, type: 'function' }] });
    expect(await asked).toMatchObject({ completions: [{ name }] });
  }
  expect(opened).toHaveLength(1);
});

test('of what is asked meanwhile the newest of each kind is asked next, and what is out of date has no answer', async () => {
  const first = service.ask(complete(3));
  await begun(1);
  const [stale, newest, beside] = [service.ask(complete(4)), service.ask(complete(5)), service.ask(hover)];
  expect(await stale).toBeNull();
  say({ kind: 'nothing' });
  await first;
  await begun(2);
  say({ kind: 'nothing' });
  await newest;
  await begun(3);
  say({ kind: 'hovers', hovers: [] });
  expect(await beside).toMatchObject({ kind: 'hovers' });
  expect(posted().map(({ kind, column }) => [kind, column])).toEqual([
    ['complete', 3],
    ['complete', 5],
    ['hover', 1],
  ]);
});

test.each([
  ['no JSON', 'open sesame'],
  ['another kind', '{"id":1,"kind":"verdict"}'],
  ['markup in place of a list', '{"id":1,"kind":"completions","completions":"<b>"}'],
  ['an answer to another question', '{"id":99,"kind":"nothing"}'],
])('%s is not heard', async (_what, text) => {
  const asked = service.ask(complete(3));
  await begun(1);
  latest().sayText(text);
  say({ kind: 'completions', completions: [] });
  expect(await asked).toMatchObject({ kind: 'completions' });
});

test('a question that takes too long has no answer, and the next one another interpreter', async () => {
  const slow = service.ask(complete(3));
  await begun(1);
  vi.advanceTimersByTime(20_000);
  expect(await slow).toBeNull();
  void service.ask(complete(4));
  await begun(2);
  expect(opened.map(({ ends }) => ends)).toEqual([1, 0]);
});

test('an interpreter that dies takes its question with it, and the next one opens another', async () => {
  const asked = service.ask(complete(3));
  await begun(1);
  latest().fail('It is gone.');
  expect(await asked).toBeNull();
  void service.ask(complete(4));
  await begun(2);
  expect(opened).toHaveLength(2);
});

test('where it cannot be loaded each question says so, and after a while it is tried again', async () => {
  refusal = new Error('language.zip could not be reached.');
  await expect(service.ask(complete(3))).rejects.toThrow('could not be reached');
  refusal = null;
  await expect(service.ask(complete(4))).rejects.toThrow('could not be reached');
  vi.advanceTimersByTime(30_000);
  const asked = service.ask(complete(5));
  await begun(1);
  say({ kind: 'nothing' });
  expect(await asked).toMatchObject({ kind: 'nothing' });
});
