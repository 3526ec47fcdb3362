import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import type { Engine } from './engine.ts';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function command(url: string, method: string, body?: unknown): Promise<unknown> {
  const response = await fetch(url, {
    method,
    headers: { 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const { value } = (await response.json()) as { value: unknown };
  if (!response.ok) throw new Error(`WebDriver ${method} ${url}: ${JSON.stringify(value)}`);
  return value;
}

/** Resolves when WebDriver answers; rejects when its process ends first. */
async function answering(base: string, ended: AbortSignal): Promise<void> {
  for (;;) {
    ended.throwIfAborted();
    const up = await fetch(`${base}/status`, { signal: ended }).then(
      (response) => response.ok,
      () => false,
    );
    if (up) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** WebKit from the system's packages: WebKitWebDriver and MiniBrowser under a display and a session bus of their own. */
export async function launchWebKit(miniBrowser: string): Promise<Engine> {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const driver = spawn('xvfb-run', ['-a', 'dbus-run-session', '--', 'WebKitWebDriver', `--port=${port}`], {
    env: {
      ...process.env,
      // Its own sandbox needs name spaces that a container seldom has.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
    },
    stdio: 'ignore',
    // A process group of its own, so that display, bus and browser end together.
    detached: true,
  });
  const ended = new AbortController();
  driver.once('exit', () => ended.abort(new Error('WebKitWebDriver ended before it answered.')));
  driver.once('error', (error) => ended.abort(error));
  await answering(base, ended.signal);

  const options = { binary: miniBrowser, args: ['--automation'] };
  const created = (await command(`${base}/session`, 'POST', {
    capabilities: { alwaysMatch: { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options } },
  })) as { sessionId: string };
  const session = `${base}/session/${created.sessionId}`;
  await command(`${session}/timeouts`, 'POST', { script: 300_000, pageLoad: 120_000 });

  const evaluate: Engine['evaluate'] = async (act, ...args) => {
    const script = `
      const done = arguments[arguments.length - 1];
      Promise.resolve().then(() => (${act.toString()})(...arguments[0])).then(
        (value) => done({ value }), (error) => done({ error: String(error && error.stack || error) }));`;
    const answer = (await command(`${session}/execute/async`, 'POST', { script, args: [args] })) as {
      value?: unknown;
      error?: string;
    };
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer.value as Awaited<ReturnType<typeof act>>;
  };

  return {
    open: async (url) => {
      await command(`${session}/url`, 'POST', { url });
      // WebDriver answers now and then before the page's scripts have run.
      await evaluate(async () => {
        if (document.readyState === 'complete') return;
        await new Promise((resolve) => window.addEventListener('load', resolve, { once: true }));
      });
    },
    evaluate,
    close: async () => {
      await command(session, 'DELETE').catch(() => undefined);
      const exited = driver.exitCode === null ? once(driver, 'exit') : Promise.resolve();
      if (driver.pid !== undefined) process.kill(-driver.pid);
      await exited;
    },
  };
}
