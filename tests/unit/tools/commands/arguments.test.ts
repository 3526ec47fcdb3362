import { expect, it } from 'vitest';
import { parsed } from '../../../../tools/commands/arguments.ts';

const options = { seed: { type: 'string', default: '1' } } as const;

it('reads names and options, with what they are when nobody says', () => {
  expect(parsed(['flask', '--seed', '7'], options, '')).toMatchObject({
    positionals: ['flask'],
    values: { seed: '7' },
  });
  expect(parsed([], options, '')).toMatchObject({ positionals: [], values: { seed: '1' } });
});

it.each([
  [['--sed', '7'], "Unknown option '--sed'. Use it as npm run gate -- [--seed N]"],
  [['--seed'], "Option '--seed <value>' argument missing. Use it as npm run gate -- [--seed N]"],
])('says of %j in one sentence what is wrong, and how the command is used', (args, sentence) => {
  expect(parsed(args, options, 'npm run gate -- [--seed N]')).toBe(sentence);
});
