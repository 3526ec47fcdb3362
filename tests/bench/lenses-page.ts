import { flushSync, mount, unmount, type Component } from 'svelte';
import Allocations from '../../src/lenses/allocations/Allocations.svelte';
import GrowthCurve from '../../src/lenses/growth/GrowthCurve.svelte';
import Retainers from '../../src/lenses/retainers/Retainers.svelte';
import Survivors from '../../src/lenses/survivors/Survivors.svelte';
import type { AllocationSite, Frame, RetainerPath, Survivors as Row } from '../../src/runtime/report.ts';

/** What the benchmark of the lenses has a page do. Times in milliseconds, rows of a report that no judge would write. */
const bench = { show };
export type LensBench = typeof bench;
Object.assign(window, { bench });

/** `longest` is the longest task after the first paint, 0 where none took 50 ms; `drawn` counts elements. */
export type Shown = { firstPaint: number; longest: number; drawn: number };

type Lens = { view: Component<Record<string, unknown>>; props: Record<string, unknown>; acts: string[] };

/** Each act is a click on what the selector finds. */
const lenses: Record<string, (count: number) => Lens> = {
  growth: (count) => lens(GrowthCurve, growth(Math.min(count, 5_000)), ['summary']),
  survivors: (count) =>
    lens(Survivors, { survivors: survivors(count), units: 12_800, unit: 'request' }, ['p button']),
  allocations: (count) =>
    lens(Allocations, { sites: sites(count), unit: 'request', onGo: () => undefined }, [
      'p button',
      '[value=own]',
      '[value=all]',
      '[value=calls]',
      'g:nth-of-type(2)',
      'nav button',
      '[value=library]',
    ]),
  retainers: (count) => lens(Retainers, { paths: paths(count) }, ['p button', 'details summary']),
};

function lens(view: unknown, props: Record<string, unknown>, acts: string[]): Lens {
  return { view: view as Lens['view'], props, acts };
}

async function show(name: string, count: number): Promise<Shown> {
  const make = lenses[name];
  if (!make) throw new Error(`There is no lens ${name}.`);
  const { view, props, acts } = make(count);
  const tasks: number[] = [];
  const observer = new PerformanceObserver((list) =>
    tasks.push(...list.getEntries().map(({ duration }) => duration)),
  );
  observer.observe({ entryTypes: ['longtask'] });
  const began = performance.now();
  const mounted = mount(view, { target: document.body, props });
  flushSync();
  await painted();
  const firstPaint = performance.now() - began;
  await painted();
  observer.takeRecords();
  tasks.length = 0;
  let drawn = document.querySelectorAll('body *').length;
  for (const selector of acts) {
    const found = document.querySelector(selector);
    if (!found) throw new Error(`${name}: nothing is ${selector}.`);
    found.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    for (let frame = 0; frame < 60; frame += 1) await painted();
    drawn = Math.max(drawn, document.querySelectorAll('body *').length);
  }
  tasks.push(...observer.takeRecords().map(({ duration }) => duration));
  observer.disconnect();
  await unmount(mounted);
  return { firstPaint, longest: Math.max(0, ...tasks), drawn };
}

function painted(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

function growth(count: number) {
  const reads = Array.from({ length: count }, (_, at) => ({
    units: at * 25,
    bytes: at * 412,
    rung: Math.floor(at / 32),
  }));
  return {
    reads,
    tone: 'growing',
    subject: 'your files',
    words: { verdict: 'growing', detail: '412 B per request' },
    unit: 'request',
    budgetBytes: 100_000,
  };
}

function survivors(count: number): Row[] {
  return Array.from({ length: count }, (_, at) => ({
    type: `package.module_${at % 97}.Type${at}`,
    perUnit: 1,
    count: 8 * (1 + (at % 50)),
    cohorts: Array.from({ length: 8 }, () => 1 + (at % 50)),
  }));
}

/** Stacks as of a web framework: few beginnings, many ends, sizes with a long tail. */
function sites(count: number): AllocationSite[] {
  const frame = (at: number, depth: number): Frame => ({
    file: `package/module_${(at >> (12 - depth)) % 97}.py`,
    line: 1 + ((at >> (10 - depth)) % 400),
    function: `function_${at % 31}`,
    source: 'value = make(value)',
  });
  return Array.from({ length: count }, (_, at) => {
    const traceback = Array.from({ length: 10 }, (_, depth) => frame(at, depth));
    const bytes = Math.ceil(64 / Math.max(((at * 7919) % 10_007) / 10_007, 1e-4));
    return {
      frame: { ...frame(at, 9), line: 1 + at },
      own: at % 2 === 0,
      bytesPerUnit: bytes / 100,
      blocksPerUnit: 1,
      bytes,
      blocks: 1,
      traceback,
    };
  });
}

function paths(count: number): RetainerPath[] {
  return Array.from({ length: count }, (_, at) => {
    const steps = [
      `app.ROOT_${at % 9}`,
      `dict['key ${at}']`,
      'Exchange.environ',
      "dict['wsgi.input']",
      'BytesIO',
    ];
    return {
      root: steps[0] ?? '',
      steps,
      text: steps.join(' → '),
      type: 'BytesIO',
      count: at + 1,
      retainedBytes: 100 * at,
      stored: [],
    };
  });
}
