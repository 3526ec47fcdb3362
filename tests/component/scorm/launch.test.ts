import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../../src/scorm/view/launch.css';
import { progressKey, STAGES } from '../../../src/progress/reached.ts';
import type { Lms, Opened, Told } from '../../../src/scorm/lms.ts';
import { openTracking } from '../../../src/scorm/tracking.ts';
import Launch from '../../../src/scorm/view/Launch.svelte';
import { courseOf, lessonOf } from '../../unit/scorm/lessons.ts';

const COURSE = courseOf([
  lessonOf('one', { title: 'The first' }),
  lessonOf('two', { title: 'The second', stages: ['transfer'] }),
]);

async function launched(told: Told[] = []) {
  const lms: Lms = {
    version: '1.2',
    room: 4_096,
    ...{ learner: '', data: '', place: '' },
    report: (one) => told.push(one) > 0,
    close: () => undefined,
  };
  const opened: Opened = { kind: 'open', lms };
  const tracking = openTracking({
    course: COURSE,
    lms,
    storage: () => localStorage,
    runs: null,
    now: () => 0,
  });
  await tracking.restore();
  const screen = await render(Launch, { course: COURSE, opened, tracking });
  return { screen, frame: () => document.querySelector('iframe') ?? fail() };
}

function fail(): never {
  throw new Error('There is no frame.');
}

/** Where the frame is sent, below the launch page. */
function sentTo(frame: HTMLIFrameElement): string {
  return frame.getAttribute('src') ?? '';
}

/** A link in the page that the frame shows, as a lesson has one. */
async function linkIn(frame: HTMLIFrameElement, path: string): Promise<HTMLAnchorElement> {
  const loaded = () =>
    frame.contentDocument?.readyState === 'complete' && frame.contentWindow?.location.pathname;
  await expect.poll(loaded).toMatch(/lessons/);
  const link = frame.contentDocument?.createElement('a');
  if (!link) return fail();
  link.href = new URL(path, location.href).href;
  frame.contentDocument?.body.append(link);
  return link;
}

test('the list leads to each lesson, at the stage that is meant, and says how far one is', async () => {
  localStorage.setItem(
    progressKey('one'),
    JSON.stringify({ lessonVersion: 2, files: {}, setAside: {}, reached: STAGES, opened: [] }),
  );
  const told: Told[] = [];
  const { screen, frame } = await launched(told);
  expect(sentTo(frame())).toContain('lessons/two/?path=on-call&embed=');
  expect(sentTo(frame())).toMatch(/#transfer$/);
  await screen.getByText('Step 2 of 2: The second').click();
  const steps = screen.getByRole('listitem');
  await expect.element(steps.nth(0)).toHaveTextContent('The first Proved');
  await expect.element(steps.nth(1)).toHaveTextContent('The second 0 of 1 stage');
  await userEvent.keyboard('{Tab}{Escape}');
  await expect.element(screen.getByText('Proved')).not.toBeVisible();
  await expect.element(screen.getByText('Step 2 of 2: The second')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await screen.getByRole('button', { name: 'The first' }).click();
  await expect.element(screen.getByText('Step 1 of 2: The first')).toBeVisible();
  expect(sentTo(frame())).toContain('lessons/one/');
  expect(told.at(-1)).toMatchObject({ place: 'one', standing: { reached: 7, of: 8 } });
});

test('a link to the next lesson stays in the frame, and one to the path opens the list', async () => {
  const { screen, frame } = await launched();
  (await linkIn(frame(), 'lessons/two/?path=on-call#transfer')).click();
  await expect.element(screen.getByText('Step 2 of 2: The second')).toBeVisible();
  expect(sentTo(frame())).toMatch(/^lessons\/two\/.*#transfer$/);
  (await linkIn(frame(), 'paths/on-call/')).click();
  await expect.element(screen.getByRole('button', { name: 'The first' })).toBeVisible();
});

test('what a lesson in the frame tells is counted, and what another window tells is not', async () => {
  const { screen, frame } = await launched();
  await expect.element(screen.getByText('0 of 8 stages, 0 %')).toBeVisible();
  const page = 'lessons/one/';
  const message = {
    source: 'leaklab',
    kind: 'reached',
    page,
    reached: ['symptom', 'observe'],
    proved: false,
  };
  window.postMessage({ ...message, reached: STAGES }, '*');
  const told = (source: Window | null) =>
    window.dispatchEvent(new MessageEvent('message', { data: message, origin: location.origin, source }));
  for (const data of [null, 'text', { ...message, page: 7 }, { ...message, reached: null }])
    window.dispatchEvent(
      new MessageEvent('message', { data, origin: location.origin, source: frame().contentWindow }),
    );
  told(frame().contentWindow);
  await expect.element(screen.getByText('2 of 8 stages, 25 %')).toBeVisible();
});
