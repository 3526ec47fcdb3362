/** Where memory was allocated: as lines, and as calls. */
export const words = {
  none: 'No line of the program has allocated what is there.',
  show: 'Show',
  lines: 'Lines',
  calls: 'Calls',
  of: 'of',
  scopes: { all: 'All', own: 'Your code', library: 'Libraries' },
  in: 'in',
  everyFile: 'every file',
  /** After the bytes. */
  kept: (blocks: string) => ` kept in ${blocks}`,
  /** After the bytes. */
  gained: (blocksPerUnit: string) => ` and ${blocksPerUnit}`,
  callsThatLed: (count: string) => `The ${count} calls that led there`,
  icicle: {
    trail: 'Where the picture begins',
    label: 'Bytes by the calls that led to them',
    all: 'all',
    more: (count: string) => `${count} more`,
    box: (name: string, bytes: string, percent: string) => `${name}, ${bytes}, ${percent}%`,
    keys: 'Arrow keys go through the calls, Enter zooms in, Escape zooms out.',
  },
};
