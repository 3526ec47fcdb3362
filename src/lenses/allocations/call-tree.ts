/** Bytes by the calls that led to where they were allocated: a tree of frames, the outermost first. */

import type { AllocationSite, Frame } from '../../runtime/report.ts';

/** One frame under its callers; `bytes` are those of all that lies under it. */
export type Call = {
  id: number;
  /** Null at the top, which stands for all. */
  frame: Frame | null;
  own: boolean;
  bytes: number;
  parent: Call | null;
  calls: Call[];
};

/** Sites that are sorted in before the page may do something else: a few milliseconds' worth. */
const STRETCH = 500;

/**
 * Each site has one traceback, that of its largest part. Gives the page its turn between stretches, so that thousands
 * of sites do not hold it up; null where `signal` was aborted meanwhile.
 */
export async function callTree(sites: readonly AllocationSite[], signal: AbortSignal): Promise<Call | null> {
  const top: Call = { id: 0, frame: null, own: false, bytes: 0, parent: null, calls: [] };
  const known = new Map<Call, Map<string, Call>>();
  const owned = new Set(sites.flatMap(({ own, frame }) => (own ? [frame.file] : [])));
  let count = 1;
  for (const [index, site] of sites.entries()) {
    if (index > 0 && index % STRETCH === 0) {
      await new Promise((resolve) => setTimeout(resolve));
      if (signal.aborted) return null;
    }
    let at = top;
    at.bytes += site.bytes;
    for (const frame of framesOf(site)) {
      let below = known.get(at);
      if (!below) known.set(at, (below = new Map<string, Call>()));
      const key = `${frame.line} ${frame.file}`;
      let next = below.get(key);
      if (!next) {
        next = { id: count++, frame, own: owned.has(frame.file), bytes: 0, parent: at, calls: [] };
        below.set(key, next);
        at.calls.push(next);
      }
      next.bytes += site.bytes;
      at = next;
    }
  }
  return signal.aborted ? null : top;
}

/** The traceback, down to the line that the site is about: what that calls is the library's business. */
function framesOf({ frame, traceback }: AllocationSite): readonly Frame[] {
  const at = traceback.findLastIndex(({ file, line }) => file === frame.file && line === frame.line);
  return at < 0 ? [...traceback, frame] : traceback.slice(0, at + 1);
}

/** `x` and `width` in pixels. A box without a call stands for `more` that are too narrow to be seen. */
export type Box = {
  call: Call | null;
  under: Call;
  depth: number;
  x: number;
  width: number;
  more: number;
  bytes: number;
};

/** The boxes that can be seen where `top` takes the whole `width`: an icicle, the widest first in each row. */
export function boxesOf(top: Call, width: number): Box[] {
  const boxes: Box[] = [];
  const scale = top.bytes > 0 ? width / top.bytes : 0;
  const open: { call: Call; depth: number; x: number }[] = [{ call: top, depth: 0, x: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { call, depth, x } = next;
    boxes.push({ call, under: call, depth, x, width: call.bytes * scale, more: 0, bytes: call.bytes });
    let left = x;
    let more = 0;
    let bytes = 0;
    const below: typeof open = [];
    for (const each of call.calls.toSorted((one, other) => other.bytes - one.bytes)) {
      if (each.bytes * scale >= 1) {
        below.push({ call: each, depth: depth + 1, x: left });
        left += each.bytes * scale;
      } else {
        more += 1;
        bytes += each.bytes;
      }
    }
    // The last is taken first: they are put down so that a reader meets them from left to right.
    open.push(...below.reverse());
    if (more > 0 && bytes * scale >= 1)
      boxes.push({ call: null, under: call, depth: depth + 1, x: left, width: bytes * scale, more, bytes });
  }
  return boxes;
}
