import { describe, expect, it } from 'vitest';
import { Code } from '../../../../src/workbench/session/code.svelte.ts';
import type { Deployment } from '../../../../src/workbench/session/deployment.ts';
import { Link } from '../../../../src/workbench/session/link.svelte.ts';
import { TurnedLoad } from '../../../../src/workbench/session/turned-load.svelte.ts';
import { exercise } from '../../../component/states/exercise.ts';

const ADDRESS = '/learn/sandboxes/sample/';

const settings = () => ({ load: new TurnedLoad(() => exercise), deployment: null as Deployment | null });

async function addressOf(code: Code, beside = settings()): Promise<string> {
  const made = await new Link(code, beside, ADDRESS).make();
  if (made.kind !== 'link') throw new Error(made.kind);
  return made.address;
}

describe('the link to a sandbox', () => {
  it('is the page’s own address while nothing was changed', async () => {
    expect(await addressOf(new Code(exercise))).toBe(ADDRESS);
  });

  it('offers to whoever follows it what was changed, and nothing else', async () => {
    const code = new Code(exercise);
    code.edit('app.py', 'mine\n');
    const { hash } = new URL(await addressOf(code), 'https://leaklab.invalid');
    const theirs = new Link(new Code(exercise), settings(), ADDRESS);
    await theirs.look(hash);
    expect(theirs.offer).toEqual({
      ...{ kind: 'code', sameStart: true, texts: { 'app.py': 'mine\n' } },
      ...{ load: {}, deployment: null },
    });
  });

  it('carries the load that was turned and the container that was set, also without code', async () => {
    const [mine, theirs] = [settings(), settings()];
    mine.load.take({ units: 200, clients: 9 });
    mine.deployment = { mebibytes: 256, perSecond: 0.5 };
    const { hash } = new URL(await addressOf(new Code(exercise), mine), 'https://leaklab.invalid');
    const link = new Link(new Code(exercise), theirs, ADDRESS);
    await link.look(hash);
    expect(link.offer).toMatchObject({
      ...{ texts: {}, load: { units: 200, clients: 9 } },
      deployment: { mebibytes: 256, perSecond: 0.5 },
    });
    expect(theirs.load.isTurned).toBe(false);
  });

  it('offers nothing where the fragment is a stage of the lesson', async () => {
    const link = new Link(new Code(exercise), settings(), ADDRESS);
    await link.look('#fix');
    expect(link.offer).toBeNull();
  });
});
