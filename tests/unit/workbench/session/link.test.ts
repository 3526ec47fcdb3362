import { describe, expect, it } from 'vitest';
import { Code } from '../../../../src/workbench/session/code.svelte.ts';
import { Link } from '../../../../src/workbench/session/link.svelte.ts';
import { exercise } from '../../../component/states/exercise.ts';

const ADDRESS = '/learn/sandboxes/sample/';

async function addressOf(code: Code): Promise<string> {
  const made = await new Link(code, ADDRESS).make();
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
    const theirs = new Link(new Code(exercise), ADDRESS);
    await theirs.look(hash);
    expect(theirs.offer).toEqual({ kind: 'code', texts: { 'app.py': 'mine\n' } });
  });

  it('offers nothing where the fragment is a stage of the lesson', async () => {
    const link = new Link(new Code(exercise), ADDRESS);
    await link.look('#fix');
    expect(link.offer).toBeNull();
  });
});
