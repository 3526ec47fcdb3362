import { expect, it } from 'vitest';
import { curveName } from '../../../../src/lenses/growth/curve-name.ts';

const reads = (...bytes: number[]) => bytes.map((size, index) => ({ units: index * 800, bytes: size }));

it('a curve is named by its program, its load, where it leads and what was judged', () => {
  const curve = {
    subject: 'your files',
    reads: reads(0, 1e6, 1_700_000),
    said: 'growing, 1.1 kB per request',
  };
  expect(curveName([curve], 'request', 262_144)).toBe(
    'Memory of your files over 1,600 requests: it rises from 0 B to 1.7 MB; growing, 1.1 kB per request. The budget is 262 kB.',
  );
});

it('a curve that falls or stays is said to', () => {
  const name = (bytes: number[]) =>
    curveName([{ subject: 'it', reads: reads(...bytes), said: 'bounded' }], 'task', null);
  expect(name([9000, 2000])).toBe('Memory of it over 800 tasks: it falls from 9 kB to 2 kB; bounded.');
  expect(name([151_000, 900_000, 151_300])).toBe(
    'Memory of it over 1,600 tasks: it stays at 151 kB; bounded.',
  );
});

it('several curves are named one after the other, those without reads too', () => {
  const starter = { subject: 'the program as it stands', reads: reads(0, 5000), said: 'growing' };
  const decoy = { subject: '“Forget”', reads: [], said: 'broken' };
  expect(curveName([starter, decoy], 'event', null)).toBe(
    'Memory of the program as it stands over 800 events: it rises from 0 B to 5 kB; growing. ' +
      'Memory of “Forget”: nothing measured; broken.',
  );
});
