/** Rules about how long something lives. Nothing else that a linter knows of is a leak. */
export const LEAK_RULES = ['B006', 'B008', 'B019', 'B023', 'RUF006', 'RUF012', 'SIM115', 'PLW0603'] as const;

/** Rules about what does not work, or blocks an event loop. */
const ERROR_RULES = ['E9', 'F', 'PLE', 'ASYNC', 'B020', 'B035', 'PLW0602'] as const;

/** As in Ruff's own settings. The lines are as long as those of the lessons. */
export const SETTINGS = {
  'target-version': 'py314',
  'line-length': 120,
  lint: { select: [...LEAK_RULES, ...ERROR_RULES] },
};
