/** What a lesson says that was opened from a path. */
export const words = {
  step: (position: string, steps: string) => `step ${position} of ${steps}`,
  stages: (stages: string, minutes: string) => `here: ${stages}, ${minutes}`,
  label: 'Along the path',
  before: 'Before',
  path: 'The path',
  next: 'Next on this path',
  last: 'That was the last step of',
  onBefore: 'On this path, go on with ',
  onAfter: '.',
};
