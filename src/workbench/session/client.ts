import type { Client, Stack } from '../../runtime/client.ts';

export type OpenClient = () => Promise<Client>;

/** A page's one client: the first call opens it, every other gets the same; a failure is tried again by the next call. */
export function clientOnDemand(base: string, stack: Stack): OpenClient {
  let opened: Promise<Client> | null = null;
  return () => {
    opened ??= import('../../runtime/client.ts').then(
      ({ createClient }) => createClient({ base, stack }),
      (error: unknown) => {
        opened = null;
        throw error;
      },
    );
    return opened;
  };
}
