import type { Client, Stack } from '../../runtime/client.ts';
import type { Boot } from '../../runtime/protocol.ts';
import type { OpenClient } from './client.ts';

export type SwitchingClient = {
  open: OpenClient;
  /** From the next `open` on, Python has this stack; what runs with another ends then. */
  use(stack: Stack): void;
};

type Create = (options: { base: string; stack: Stack }) => Client;

/** One client for all that changes its packages: behind it there is another for each stack, and one at a time. */
export function switchingClient(
  base: string,
  first: Stack,
  load: () => Promise<Create> = loadCreate,
): SwitchingClient {
  const listeners = new Set<(boot: Boot) => void>();
  let boot: Boot = { kind: 'idle' };
  let wanted = first;
  let present: { stack: Stack; client: Client } | null = null;

  const now = (): Client => {
    if (!present) throw new Error('The client has not been opened.');
    return present.client;
  };
  const client: Client = {
    warm: () => now().warm(),
    onBoot(listener) {
      listeners.add(listener);
      listener(boot);
      return () => listeners.delete(listener);
    },
    open: () => now().open(),
    execute: (command, on) => now().execute(command, on),
    judge: (program, on) => now().judge(program, on),
    check: (program, on) => now().check(program, on),
    get language() {
      return now().language;
    },
    stop: () => now().stop(),
    dispose: () => present?.client.dispose(),
  };

  function change(create: Create): void {
    if (present && sameStack(present.stack, wanted)) return;
    present?.client.dispose();
    const made = create({ base, stack: wanted });
    present = { stack: wanted, client: made };
    made.onBoot((told) => {
      boot = told;
      for (const listener of listeners) listener(told);
    });
  }

  return {
    async open() {
      change(await load());
      return client;
    },
    use(stack) {
      wanted = stack;
    },
  };
}

async function loadCreate(): Promise<Create> {
  return (await import('../../runtime/client.ts')).createClient;
}

function sameStack(one: Stack, other: Stack): boolean {
  return JSON.stringify([one.packages, one.preload]) === JSON.stringify([other.packages, other.preload]);
}
