import { FIXTURE } from '../../tools/build/setup.ts';
import { test as site } from './site.ts';

/** The same site with the fixture course, below a path: what is tested on it holds under a sub-path too. */
export const test = site.extend({ build: [FIXTURE, { scope: 'worker' }] });

export { expect } from './site.ts';
