import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { Boot } from '../../../src/runtime/protocol.ts';
import StatusLine from '../../../src/workbench/controls/StatusLine.svelte';

const told: [boot: Boot, sentence: string][] = [
  [{ kind: 'idle' }, 'Python starts when you need it'],
  [{ kind: 'downloading', loadedBytes: 0, totalBytes: 0 }, 'Python is loading'],
  [{ kind: 'downloading', loadedBytes: 3e6, totalBytes: 12e6 }, 'Python is loading: 3.0 of 12.0 MB'],
  [{ kind: 'starting', from: 'cold' }, 'Python is starting'],
  [{ kind: 'starting', from: 'snapshot' }, 'Python is waking up'],
  [{ kind: 'ready', from: 'cold', milliseconds: 1 }, 'Python is ready'],
  [{ kind: 'unavailable', reason: 'Offline.' }, 'Python could not be loaded'],
];

describe('the status line', () => {
  it.each(told.map(([boot, sentence]) => ({ boot, sentence })))(
    'says: $sentence',
    async ({ boot, sentence }) => {
      const screen = await render(StatusLine, { boot, activity: null });
      await expect.element(screen.locator).toHaveTextContent(sentence);
    },
  );

  it('says what runs, whatever Python is at', async () => {
    const boot = { kind: 'ready', from: 'cold', milliseconds: 1 } as const;
    const screen = await render(StatusLine, { boot, activity: 'Judging: 400 requests' });
    await expect.element(screen.locator).toHaveTextContent('Judging: 400 requests');
  });
});
