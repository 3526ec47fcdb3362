import { STAGES } from './reached.ts';
import type { Kept } from './schema.ts';

/** Two that were kept of one lesson, and those texts of `theirs` for which `mine` already has another. */
export type Merged = { kept: Kept; displaced: Record<string, string> };

/** Nothing of `mine` is replaced: what only `theirs` has is added, and a text that both have stays mine. */
export function merged(mine: Kept, theirs: Kept): Merged {
  const differ = ([name, text]: [string, string]) => (mine.files[name] ?? text) !== text;
  return {
    kept: {
      ...theirs,
      ...mine,
      // Their texts may have started from another version than mine; which it was is asked of mine.
      files: { ...theirs.files, ...mine.files },
      setAside: { ...theirs.setAside, ...mine.setAside },
      reached: STAGES.filter((stage) => mine.reached.includes(stage) || theirs.reached.includes(stage)),
      opened: [...new Set([...mine.opened, ...theirs.opened])],
      ...secondsOf(mine, theirs),
    },
    displaced: Object.fromEntries(Object.entries(theirs.files).filter(differ)),
  };
}

function secondsOf(mine: Kept, theirs: Kept): Pick<Kept, 'seconds'> {
  const browsers = Object.entries({ ...theirs.seconds, ...mine.seconds });
  if (browsers.length === 0) return {};
  const most = browsers.map(([browser, seconds]): [string, number] => [
    browser,
    Math.max(seconds, theirs.seconds?.[browser] ?? 0),
  ]);
  return { seconds: Object.fromEntries(most) };
}
