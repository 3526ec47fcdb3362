import { dirname, posix, relative, sep } from 'node:path';

/**
 * An ESLint rule: a file may import of this project only what the table grants to its folder. `grants` maps a folder
 * (with all below it) or a file to what it may import, each again a folder or a file; the longest entry that fits
 * decides, on both sides. Within one entry everything may import everything. Static imports, re-exports, `import()`
 * and `new URL(..., import.meta.url)` count. A file that no entry fits may import nothing of ours. Packages are free but
 * for those in `reserved`: package -> the entries that may import it.
 * @type {import('eslint').Rule.RuleModule}
 */
export const allowedImports = {
  meta: {
    type: 'problem',
    schema: [
      {
        type: 'object',
        properties: {
          root: { type: 'string' },
          grants: {
            type: 'object',
            additionalProperties: { type: 'array', items: { type: 'string' } },
          },
          reserved: {
            type: 'object',
            additionalProperties: { type: 'array', items: { type: 'string' } },
          },
        },
        required: ['root', 'grants', 'reserved'],
        additionalProperties: false,
      },
    ],
    messages: {
      closed: '{{from}} may not import {{to}}: the table in tools/suites/import-table.js does not grant it.',
      unknown:
        '{{file}} lies in no folder of the table in tools/suites/import-table.js: say there what it may import.',
    },
  },
  create(context) {
    const { root, grants, reserved } = context.options[0];
    const entries = Object.keys(grants).sort((a, b) => b.length - a.length);
    /** @param {string} path */
    const entryOf = (path) => entries.find((entry) => path === entry || path.startsWith(`${entry}/`));
    const file = relative(root, context.filename).split(sep).join('/').replace(INSIDE_ASTRO, '.astro');
    const from = entryOf(file);

    /** @param {import('estree').Node} node @param {unknown} specifier */
    function check(node, specifier) {
      if (typeof specifier !== 'string') return;
      if (!/^\.\.?\//.test(specifier)) {
        const name = Object.keys(reserved).find(
          (each) => specifier === each || specifier.startsWith(`${each}/`),
        );
        if (name !== undefined && !reserved[name].includes(from))
          context.report({ node, messageId: 'closed', data: { from: from ?? file, to: name } });
        return;
      }
      const path = posix.join(dirname(file), specifier.replace(/\?.*$/, ''));
      const to = entryOf(path);
      if (from === undefined) context.report({ node, messageId: 'unknown', data: { file } });
      else if (to !== from && !(to !== undefined && grants[from].includes(to)))
        context.report({ node, messageId: 'closed', data: { from, to: to ?? path } });
    }

    return {
      ImportDeclaration: (node) => check(node, node.source.value),
      ExportNamedDeclaration: (node) => check(node, node.source?.value),
      ExportAllDeclaration: (node) => check(node, node.source.value),
      ImportExpression: (node) => check(node, node.source.type === 'Literal' ? node.source.value : null),
      'NewExpression[callee.name="URL"][arguments.1.type="MemberExpression"]': (node) =>
        check(node, node.arguments[0].value),
    };
  },
};

/** The scripts of an Astro file are linted as files of their own, below it. */
const INSIDE_ASTRO = /\.astro\/.*$/;
