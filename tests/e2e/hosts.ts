import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { SiteBuild } from '../../tools/build/setup.ts';
import { ROOT } from '../../tools/build/stage.ts';

export type HostName = 'nginx' | 'caddy';
export type Host = { address: string; close(): Promise<void> };

/** Serves a built site by a real server with the configuration of `deploy/`: its port, root and page for 404 set. */
export async function openHost(name: HostName, program: string, { outDir, base }: SiteBuild): Promise<Host> {
  const folder = mkdtempSync(join(tmpdir(), `leaklab-${name}-`));
  const site = join(folder, 'www', base);
  mkdirSync(dirname(site), { recursive: true });
  symlinkSync(join(ROOT, outDir), site.replace(/\/$/, ''));
  const port = await freePort();
  const said = (file: string) =>
    readFileSync(join(ROOT, 'deploy', file), 'utf8')
      .replaceAll('/srv/leaklab', join(folder, 'www'))
      .replaceAll('/404.html', `${base}404.html`);
  return served(STARTS[name](program, folder, port, said), name, folder, `http://127.0.0.1:${port}${base}`);
}

/** An nginx in front of a host, which passes every path on as it is. */
export async function openProxy(program: string, { address }: Host): Promise<Host> {
  const folder = mkdtempSync(join(tmpdir(), 'leaklab-proxy-'));
  const port = await freePort();
  const { origin, pathname } = new URL(address);
  const server = `server { listen 127.0.0.1:${port}; location / { proxy_pass ${origin}; } }`;
  return served(startNginx(program, folder, server), 'nginx', folder, `http://127.0.0.1:${port}${pathname}`);
}

async function served(server: ChildProcess, name: HostName, folder: string, address: string): Promise<Host> {
  await serving(server, SERVES[name]);
  return {
    address,
    close: () =>
      new Promise((resolve) => {
        server.once('exit', () => {
          rmSync(folder, { recursive: true });
          resolve();
        });
        server.kill('SIGTERM');
      }),
  };
}

/** What each says on standard error once its port is open. */
const SERVES: Record<HostName, string> = {
  nginx: 'start worker process',
  caddy: 'serving initial configuration',
};

type Start = (program: string, folder: string, port: number, said: (file: string) => string) => ChildProcess;

const STARTS: Record<HostName, Start> = {
  nginx: (program, folder, port, said) =>
    startNginx(
      program,
      folder,
      said('nginx.conf').replace('listen 80;', `listen 127.0.0.1:${port};`).replace('listen [::]:80;', ''),
    ),
  caddy(program, folder, port, said) {
    const path = join(folder, 'Caddyfile');
    writeFileSync(
      path,
      `{\n\tadmin off\n}\n${said('Caddyfile').replace(':80 {', `http://127.0.0.1:${port} {`)}`,
    );
    const env = { ...process.env, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
    return spawn(program, ['run', '--config', path, '--adapter', 'caddyfile'], {
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  },
};

/** With the part of its configuration that says what it serves. */
function startNginx(program: string, folder: string, servers: string): ChildProcess {
  const main = `daemon off;
${process.getuid?.() === 0 ? 'user root;' : ''}
pid ${folder}/pid;
error_log stderr notice;
events {}
http {
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  access_log off;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  ${servers}
}
`;
  const path = join(folder, 'nginx.conf');
  writeFileSync(path, main);
  return spawn(program, ['-c', path, '-p', folder, '-e', 'stderr'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

/** Till it says that it serves; rejects with what it said when it ended. */
function serving(server: ChildProcess, word: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let told = '';
    server.stderr?.on('data', (text: Buffer) => {
      told += text.toString();
      if (told.includes(word)) resolve();
    });
    server.once('error', reject);
    server.once('exit', () => reject(new Error(`The server ended: ${told.slice(-2000)}`)));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
