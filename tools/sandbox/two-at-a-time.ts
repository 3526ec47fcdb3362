/** Begins each work when one of two places is free, in the order in which they were asked for. */
export function twoAtATime(): <T>(work: () => Promise<T>) => Promise<T> {
  let free = 2;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    else free -= 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
