/** A rule of Ruff that is looked for; `says` is what it finds, in our words. */
export type Rule = { code: string; says: string };

/** Rules about how long something lives. Nothing else that a linter knows of is a leak. */
export const LEAK_RULES: readonly Rule[] = [
  { code: 'B006', says: 'a list, dict or set as a default argument: every call shares it' },
  { code: 'B008', says: 'a call as a default argument: it is made once and kept' },
  { code: 'B019', says: 'lru_cache or cache on a method: it keeps every self' },
  { code: 'B023', says: 'a function in a loop that sees the loop’s variable, and keeps what that is' },
  { code: 'RUF006', says: 'a task that nothing holds, so that it may vanish before it is done' },
  { code: 'RUF012', says: 'a list, dict or set on a class: every instance shares it' },
  { code: 'SIM115', says: 'a file that is opened outside a with statement' },
  { code: 'PLW0603', says: 'a function that replaces a global' },
];

/** Rules about what does not work, or blocks an event loop. */
const ERROR_RULES = ['E9', 'F', 'PLE', 'ASYNC', 'B020', 'B035', 'PLW0602'] as const;

/** As in Ruff's own settings. The lines are as long as those of the lessons. */
export const SETTINGS = {
  'target-version': 'py314',
  'line-length': 120,
  lint: { select: [...LEAK_RULES.map(({ code }) => code), ...ERROR_RULES] },
};
