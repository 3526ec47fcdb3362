type Place = { line: number; column: number };

/** What Ruff says about a stretch of a text. Lines and columns count from 1. `rule` is its code, such as `B019`. */
export type Finding = { rule: string; message: string; start: Place; end: Place };

/** Whether the program cannot run like that; all else is advice. */
export function isError({ rule }: Finding): boolean {
  return /^(invalid-syntax|E9|F82|PLE)/.test(rule);
}
