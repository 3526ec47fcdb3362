import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import OfflinePanel from '../../../src/offline/OfflinePanel.svelte';
import type { OfflinePath, Standing } from '../../../src/offline/offline-path.ts';
import { expectNoViolations } from '../setup.ts';

const SINCE = Date.UTC(2026, 10, 27, 12);
const nothing: Standing = { bytes: 34e6, missing: 34e6, since: null };
const here: Standing = { bytes: 34e6, missing: 0, since: SINCE };

function path(parts: Partial<OfflinePath>): OfflinePath {
  return { look: async () => nothing, take: async () => here, remove: async () => nothing, ...parts };
}

const show = (parts: Partial<OfflinePath>) => render(OfflinePanel, { path: path(parts) });

test('before anything is taken it says how much it is, and what is here of it already', async () => {
  const screen = await show({ look: async () => ({ ...nothing, missing: 9e6 }) });
  const status = screen.getByRole('status');
  await expect.element(status).toMatchTextContent(/34 MB on this device, of which 9 MB are to come\./);
  await expect.element(screen.getByRole('button', { name: 'Take it along' })).toBeVisible();
  expect(screen.getByRole('button', { name: 'Remove it' }).query()).toBeNull();
});

test('how far it has come is shown, and then since when it is here', async () => {
  const { promise, resolve } = Promise.withResolvers<Standing>();
  const screen = await show({
    take: (_, onProgress) => {
      onProgress(17e6, 34e6);
      return promise;
    },
  });
  await screen.getByRole('button', { name: 'Take it along' }).click();
  await expect.element(screen.getByRole('progressbar')).toHaveAttribute('value', '50');
  await expect.element(screen.getByText('50 % of 34 MB')).toBeVisible();
  await expectNoViolations();
  resolve(here);
  await expect
    .element(screen.getByRole('status'))
    .toMatchTextContent(/On this device since 27 November 2026; 34 MB\./);
  await expect.element(screen.getByRole('button', { name: 'Remove it' })).toBeVisible();
  expect(screen.getByRole('progressbar').query()).toBeNull();
});

test('a failure in the middle is said with what to do, and going on takes the rest', async () => {
  const take = vi.fn<OfflinePath['take']>(async (_, onProgress) => {
    onProgress(10e6, 40e6);
    throw new Error('flask.whl could not be reached. Is the network there?');
  });
  const screen = await show({ take });
  await screen.getByRole('button', { name: 'Take it along' }).click();
  await expect
    .element(screen.getByRole('status'))
    .toMatchTextContent(/Is the network there\? What has come is kept; going on fetches only the rest\./);
  await expect.element(screen.getByText('25 % of 40 MB')).toBeVisible();
  take.mockResolvedValue(here);
  await screen.getByRole('button', { name: 'Go on' }).click();
  await expect.element(screen.getByRole('status')).toMatchTextContent(/On this device since/);
});

test('Stop ends it, and is no failure', async () => {
  const screen = await show({
    take: (wanted) =>
      new Promise((_, reject) => wanted.addEventListener('abort', () => reject(wanted.reason as Error))),
  });
  await screen.getByRole('button', { name: 'Take it along' }).click();
  await screen.getByRole('button', { name: 'Stop' }).click();
  await expect.element(screen.getByRole('status')).toMatchTextContent(/Stopped\. What has come is kept/);
  await expect.element(screen.getByRole('button', { name: 'Go on' })).toBeVisible();
});

test('after a new build of the site the rest can be fetched', async () => {
  const screen = await show({ look: async () => ({ ...here, missing: 2e6 }) });
  await expect.element(screen.getByRole('status')).toMatchTextContent(/2 MB are to come\./);
  await screen.getByRole('button', { name: 'Fetch the rest' }).click();
  await expect.element(screen.getByRole('status')).toMatchTextContent(/run and check without a network\./);
});

test('what is removed can be taken again', async () => {
  const screen = await show({ look: async () => here });
  await screen.getByRole('button', { name: 'Remove it' }).click();
  await expect.element(screen.getByRole('button', { name: 'Take it along' })).toBeVisible();
});

test('what cannot be looked up is said, and asked for again', async () => {
  const look = vi.fn<OfflinePath['look']>().mockRejectedValueOnce(new Error('The server is away.'));
  look.mockResolvedValue(nothing);
  const screen = await show({ look });
  await expect.element(screen.getByRole('status')).toMatchTextContent(/The server is away\./);
  await screen.getByRole('button', { name: 'Try again' }).click();
  await expect.element(screen.getByRole('button', { name: 'Take it along' })).toBeVisible();
});
