import { expect, it } from 'vitest';
import type { Client, Stack } from '../../../../src/runtime/client.ts';
import type { Boot } from '../../../../src/runtime/protocol.ts';
import { switchingClient } from '../../../../src/workbench/session/switching-client.ts';

const PLAIN: Stack = { packages: [], preload: [] };
const FLASK: Stack = { packages: ['flask'], preload: ['flask'] };

/** Clients that write down what becomes of them. */
function scripted() {
  const log: string[] = [];
  const create = ({ stack }: { stack: Stack }): Client => {
    const name = stack.packages[0] ?? 'plain';
    log.push(`create ${name}`);
    let tell: (boot: Boot) => void = () => undefined;
    return {
      warm: () => tell({ kind: 'ready', from: 'snapshot', milliseconds: 1 }),
      onBoot: (listener) => {
        tell = listener;
        return () => undefined;
      },
      open: () => ({ carryOut: () => Promise.reject(new Error('unused')), close: () => undefined }),
      execute: () => Promise.resolve({ kind: 'observed', units: 1 }),
      judge: () => {
        log.push(`judge ${name}`);
        return Promise.resolve({ outcome: { kind: 'stopped' }, explanation: null });
      },
      check: () => Promise.reject(new Error('unused')),
      language: { ask: () => Promise.resolve(null), close: () => undefined },
      stop: () => log.push(`stop ${name}`),
      dispose: () => log.push(`dispose ${name}`),
    };
  };
  return { log, switching: switchingClient('/', PLAIN, () => Promise.resolve(create)) };
}

const program = { unit: 'call', contract: {} as never, project: {}, harness: {} };

it('goes on with the client that there is while the packages stay', async () => {
  const { log, switching } = scripted();
  const first = await switching.open();
  switching.use({ ...PLAIN });
  expect(await switching.open()).toBe(first);
  expect(log).toEqual(['create plain']);
});

it('opens another client for other packages, and disposes of the one before', async () => {
  const { log, switching } = scripted();
  const client = await switching.open();
  switching.use(FLASK);
  expect(log).toEqual(['create plain']);
  await switching.open();
  await client.judge(program, () => undefined);
  expect(log).toEqual(['create plain', 'dispose plain', 'create flask', 'judge flask']);
});

it('tells those who listened before how far the other one is', async () => {
  const { switching } = scripted();
  const client = await switching.open();
  const heard: string[] = [];
  client.onBoot((boot) => heard.push(boot.kind));
  client.warm();
  switching.use(FLASK);
  await switching.open();
  client.warm();
  expect(heard).toEqual(['idle', 'ready', 'ready']);
});
