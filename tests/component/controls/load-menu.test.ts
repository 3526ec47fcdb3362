import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import LoadMenu from '../../../src/workbench/controls/LoadMenu.svelte';
import { TurnedLoad } from '../../../src/workbench/session/turned-load.svelte.ts';
import { turnedLoad } from '../../../src/workbench/wording/turned-load.ts';
import { exercise } from '../states/exercise.ts';

const button = page.getByRole('button', { name: 'Load' });
const units = page.getByRole('textbox', { name: 'Requests' });
const clients = page.getByRole('textbox', { name: 'Clients' });

async function show() {
  const load = new TurnedLoad(() => exercise);
  await render(LoadMenu, { load, unit: 'request' });
  await button.click();
  return load;
}

describe('the load of Run', () => {
  it('offers units and what the workload names, as declared', async () => {
    const load = await show();
    await expect.element(units).toHaveValue('1000');
    await expect.element(clients).toHaveValue('5');
    expect([load.command, turnedLoad(load.ofRun, 'request')]).toEqual([{ units: 1000, load: {} }, '']);
  });

  it('is turned, says so on its button, and names only what differs', async () => {
    const load = await show();
    await units.fill('200');
    await clients.fill('9');
    expect(load.command).toEqual({ units: 200, load: { clients: 9 } });
    expect(turnedLoad(load.ofRun, 'request')).toBe('200 requests, clients: 9');
    await expect.element(page.getByRole('button', { name: 'Load (turned)' })).toBeVisible();
  });

  it('says what a figure may be, and keeps the last good one', async () => {
    const load = await show();
    for (const bad of ['51', '0', 'many', '', '2.5', '-1']) {
      await clients.fill(bad);
      await expect.element(clients).toBeInvalid();
      await expect.element(clients).toHaveValue(bad);
      await expect.element(clients).toHaveAccessibleDescription('A whole number from 1 to 50.');
    }
    expect(load.command.load).toEqual({});
  });

  it('goes back to what is declared, and keeps the focus', async () => {
    const load = await show();
    await clients.fill('9');
    await page.getByRole('button', { name: 'As declared' }).click();
    await expect.element(clients).toHaveValue('5');
    await expect.element(page.getByRole('button', { name: 'As declared' })).toHaveFocus();
    expect(load.isTurned).toBe(false);
  });

  it('shows what comes from elsewhere in place of what was typed, as far as it can be turned here', async () => {
    const load = await show();
    await clients.fill('9');
    load.take({ clients: 3, units: 1, gone: 7 });
    await expect.element(clients).toHaveValue('3');
    await expect.element(units).toHaveValue('1000');
    expect(load.command).toEqual({ units: 1000, load: { clients: 3 } });
  });
});
