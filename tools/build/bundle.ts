import { builtinModules } from 'node:module';
import { rolldown } from 'rolldown';

/**
 * One self-contained script of `entry` and all that it imports; nothing is left to import in a browser. `define`: what stands
 * for an expression, such as one of `import.meta.env`, which the site's build would know.
 */
export async function bundle(entry: string, define: Record<string, string> = {}): Promise<string> {
  const node = new Set(builtinModules.flatMap((name) => [name, `node:${name}`]));
  const build = await rolldown({
    input: entry,
    platform: 'browser',
    // Pyodide imports these when it runs in Node; in a browser those lines are not reached.
    external: (id) => node.has(id) || id === 'ws',
    transform: { define },
    logLevel: 'silent',
  });
  try {
    const { output } = await build.generate({ format: 'es', minify: true, codeSplitting: false });
    const [chunk, ...more] = output;
    if (more.length || chunk.imports.length) throw new Error(`${entry} does not bundle into one file.`);
    return chunk.code;
  } finally {
    await build.close();
  }
}
