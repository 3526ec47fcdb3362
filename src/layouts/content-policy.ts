import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';

/** Blocks of JSON are no scripts. */
const inlineScript = /<script(?![^>]*\s(?:src=|type="application\/json"))[^>]*>([\s\S]*?)<\/script>/g;

/** `sha256-...` of each inline script, as a policy wants it. */
export function scriptHashes(html: string): string[] {
  const texts = [...html.matchAll(inlineScript)].map((match) => match[1] ?? '');
  return [...new Set(texts.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`))];
}

/**
 * The page with a policy that lets nothing come from, or go to, another origin. The frame that Python runs in
 * inherits it on top of its own stricter one, so its script is allowed by `frameHashes`.
 */
export function withPolicy(html: string, frameHashes: readonly string[]): string {
  const scripts = [...scriptHashes(html), ...frameHashes].join(' ');
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'wasm-unsafe-eval' data: ${scripts}`.trim(),
    // Ruff's worker and Graphviz's are files of the site; Python's comes as text, in the frame.
    "worker-src 'self' data:",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return html.replace(/<head>/, `<head><meta http-equiv="Content-Security-Policy" content="${policy}">`);
}

/**
 * Gives every built page its policy; Python's frames are in `runtime`. In development there is none: scripts change with
 * every save.
 */
export function contentPolicy(runtime: URL): AstroIntegration {
  return {
    name: 'content-policy',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const frames = await filesIn(runtime, /^frame-.*\.html$/);
        const frameHashes = (await Promise.all(frames.map((url) => readFile(url, 'utf8')))).flatMap(
          scriptHashes,
        );
        for (const url of await filesIn(dir, /^(?!runtime\/).*\.html$/)) {
          await writeFile(url, withPolicy(await readFile(url, 'utf8'), frameHashes));
        }
      },
    },
  };
}

async function filesIn(folder: URL, name: RegExp): Promise<URL[]> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  return names.filter((path) => name.test(path)).map((path) => new URL(path, folder));
}
