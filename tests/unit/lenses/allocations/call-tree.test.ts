import { expect, test } from 'vitest';
import { boxesOf, callTree, type Call } from '../../../../src/lenses/allocations/call-tree.ts';
import type { AllocationSite, Frame } from '../../../../src/runtime/report.ts';

const frame = (file: string, line: number): Frame => ({ file, line, function: 'f', source: '' });
const site = (bytes: number, at: Frame, traceback: Frame[], own = true): AllocationSite => ({
  frame: at,
  own,
  bytes,
  blocks: 1,
  bytesPerUnit: bytes,
  blocksPerUnit: 1,
  traceback,
});
const handle = frame('app.py', 3);
const store = frame('app.py', 9);
const decode = frame('json/decoder.py', 353);

async function treeOf(sites: AllocationSite[]): Promise<Call> {
  const tree = await callTree(sites, new AbortController().signal);
  if (!tree) throw new Error('It was not aborted.');
  return tree;
}

test('frames that tracebacks share are one call, with the bytes of both', async () => {
  const top = await treeOf([site(700, store, [handle, store]), site(300, decode, [handle, decode], false)]);
  expect(top.bytes).toBe(1000);
  const [first] = top.calls;
  expect([first?.frame, first?.bytes, first?.own]).toEqual([handle, 1000, true]);
  expect(first?.calls.map(({ frame, bytes, own }) => [frame, bytes, own])).toEqual([
    [store, 700, true],
    [decode, 300, false],
  ]);
});

test('what a line calls in a library is counted at the line, and a line without calls stands at the top', async () => {
  const top = await treeOf([site(5, handle, [handle, decode]), site(4, store, [])]);
  expect(top.calls.map(({ frame, calls }) => [frame, calls.length])).toEqual([
    [handle, 0],
    [store, 0],
  ]);
});

test('boxes lie under their callers; what is narrower than a pixel is one box that says how many', async () => {
  const small = Array.from({ length: 500 }, (_, index) => site(1, frame('many.py', index + 1), []));
  const boxes = boxesOf(await treeOf([site(500, store, [handle, store]), ...small]), 400);
  const told = boxes.map(({ call, depth, x, width, more }) => [
    call?.frame?.line ?? null,
    depth,
    x,
    width,
    more,
  ]);
  expect(told).toEqual([
    [null, 0, 0, 400, 0],
    [null, 1, 200, 200, 500],
    [3, 1, 0, 200, 0],
    [9, 2, 0, 200, 0],
  ]);
});

test('of nothing there is one box without width', async () => {
  expect(boxesOf(await treeOf([]), 400)).toMatchObject([{ x: 0, width: 0, more: 0 }]);
});

test('whoever no longer wants a tree gets none', async () => {
  const ended = new AbortController();
  ended.abort();
  expect(await callTree([site(1, handle, [])], ended.signal)).toBeNull();
});
