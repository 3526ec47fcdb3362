import { createServer } from 'node:net';

/** `localhost` means both, and browsers try either. */
export const LOOPBACK = { v4: '127.0.0.1', v6: '::1' };

/**
 * Whether another program listens on `port` of this machine.
 * @param {number} port
 * @returns {Promise<boolean>}
 */
export async function occupiedPort(port) {
  for (const host of Object.values(LOOPBACK)) {
    const taken = await new Promise((resolve) => {
      const probe = createServer();
      probe.once('error', (error) => resolve('code' in error && error.code === 'EADDRINUSE'));
      probe.listen(port, host, () => probe.close(() => resolve(false)));
    });
    if (taken) return true;
  }
  return false;
}

/** @param {number} port @param {string} command */
export function portTaken(port, command) {
  return `Port ${port} is taken by another program. Stop that one, or choose another port: PORT=${port + 1} ${command}`;
}
