import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import GrowthCurve from '../../../src/lenses/growth/GrowthCurve.svelte';

const props = {
  subject: 'your files',
  reads: [0, 200, 400, 800].map((units) => ({ units, bytes: units * 412 })),
  tone: 'growing',
  words: { verdict: 'growing, 412 B per request', detail: 'could have seen 0.05 B per request' },
  unit: 'request',
  budgetBytes: 100_000,
} as const;

describe('the curve', () => {
  it('says in words what it draws', async () => {
    await render(GrowthCurve, props);
    await expect
      .element(
        page.getByRole('img', {
          name: 'Memory of your files over 800 requests: it rises from 0 B to 330 kB; growing, 412 B per request, could have seen 0.05 B per request. The budget is 100 kB.',
        }),
      )
      .toBeVisible();
  });

  it('has a table for its twin, with the last read in it', async () => {
    const screen = await render(GrowthCurve, props);
    await screen.getByText('The curve in numbers').click();
    await expect.element(screen.getByRole('columnheader', { name: 'requests' })).toBeVisible();
    const cells = screen.getByRole('cell').elements();
    expect(cells.map((cell) => cell.textContent)).toEqual([
      ...['0', '0 B'],
      ...['200', '82 kB'],
      ...['400', '165 kB'],
      ...['800', '330 kB'],
    ]);
  });

  it('writes the verdict beside the line', async () => {
    const screen = await render(GrowthCurve, props);
    await expect.element(screen.getByText('growing, 412 B per request', { exact: true })).toBeVisible();
    await expect.element(screen.getByText('budget 100 kB')).toBeVisible();
  });

  it.each(['bounded', 'unsure', 'plain'] as const)('is drawn in the tone %s too', async (tone) => {
    await render(GrowthCurve, { ...props, tone, ghosts: [{ reads: props.reads, label: 'run 1' }] });
    await expect.element(page.getByText('run 1')).toBeVisible();
  });

  it('has no table while it is still being drawn', async () => {
    const screen = await render(GrowthCurve, { ...props, words: null, live: true, expectedUnits: 1600 });
    await expect
      .element(screen.getByRole('img', { name: /over 800 requests: it rises from 0 B to 330 kB/ }))
      .toBeVisible();
    await expect.element(screen.getByText('The curve in numbers')).not.toBeInTheDocument();
  });

  it('can be read by arrow keys and by pointer: units, bytes and rung of each reading', async () => {
    const reads = props.reads.map((read, index) => ({ ...read, rung: index < 2 ? 0 : 1 }));
    const screen = await render(GrowthCurve, { ...props, reads });
    const reading = screen.getByRole('slider', { name: 'Read the curve' });
    const said = () => reading.element().getAttribute('aria-valuetext');
    expect(said()).toBe('800 requests, 330 kB, rung 2');
    await userEvent.tab();
    await expect.element(reading).toHaveFocus();
    await userEvent.keyboard('{ArrowLeft}');
    await expect.poll(said).toBe('400 requests, 165 kB, rung 2');
    await expect.element(screen.getByText('400 requests, 165 kB, rung 2')).toBeVisible();
    await userEvent.keyboard('{Home}{ArrowLeft}');
    await expect.poll(said).toBe('0 requests, 0 B, rung 1');
    await userEvent.keyboard('{End}{ArrowRight}');
    await expect.poll(said).toBe('800 requests, 330 kB, rung 2');
    const { left, width, top } = reading.element().getBoundingClientRect();
    reading
      .element()
      .dispatchEvent(
        new PointerEvent('pointermove', { clientX: left + width / 4, clientY: top + 9, bubbles: true }),
      );
    await expect.poll(said).toBe('200 requests, 82 kB, rung 1');
    await screen.getByText('The curve in numbers').click();
    await expect.element(screen.getByRole('columnheader', { name: 'rung' })).toBeVisible();
  });

  it('has a line for a container that it comes near to, and none for one far off', async () => {
    const screen = await render(GrowthCurve, { ...props, containerBytes: 400_000 });
    await expect.element(screen.getByText('the container is full')).toBeVisible();
    await screen.rerender({ containerBytes: 2 ** 29 });
    await expect.element(screen.getByText('the container is full')).not.toBeInTheDocument();
  });

  it('names the shape of enough readings', async () => {
    const reads = Array.from({ length: 32 }, (_, index) => ({ units: index * 25, bytes: index * 10_300 }));
    const screen = await render(GrowthCurve, { ...props, reads });
    await expect.element(screen.getByText(/after a full collection each time: a line/)).toBeVisible();
  });
});
