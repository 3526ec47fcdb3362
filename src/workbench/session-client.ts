import type { Client, Stack } from '../sandbox/client.ts';

let opened: Promise<Client> | null = null;

/** The page's one client: opened while the learner reads, used by the session. A failure is tried again when asked. */
export function openClient(base: string, stack: Stack): Promise<Client> {
  opened ??= import('../sandbox/client.ts').then(
    ({ createClient }) => createClient({ base, stack }),
    (error: unknown) => {
      opened = null;
      throw error;
    },
  );
  return opened;
}
