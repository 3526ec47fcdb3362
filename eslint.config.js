import astro from 'eslint-plugin-astro';
import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const SOURCES = ['**/*.{ts,js,mjs,svelte,astro}', '**/*.svelte.ts'];

/** What each folder may not import, and why: the arrows of the architecture point one way. */
const CLOSED = {
  client: { group: ['**/sandbox/client*'], message: 'Only workbench/session talks to the sandbox client.' },
  inner: {
    group: ['**/sandbox/*', '!**/sandbox/protocol.ts', '!**/sandbox/report.ts'],
    message: 'Outside the sandbox only its protocol and report are known.',
  },
  pages: { group: ['**/pages/**', '**/layouts/**'], message: 'Pages import; nothing imports pages.' },
  workbench: { group: ['**/workbench/**'], message: 'Only pages import the workbench.' },
  editor: { group: ['**/editor/**'], message: 'Only the workbench imports the editor.' },
  lenses: { group: ['**/lenses/**'], message: 'Lenses are for the workbench, the prose and the pages.' },
  course: { group: ['**/course/**'], message: 'Only pages and prose know the course.' },
  prose: { group: ['**/prose/**'], message: 'Prose components are for lessons and pages.' },
  takehome: { group: ['**/takehome/**'], message: 'Only the workbench takes things home.' },
  progress: { group: ['**/progress/**'], message: 'Progress is for the workbench and the pages.' },
  pyodide: { regex: '^pyodide(/|$)', message: 'Only the worker imports pyodide.' },
  monaco: { regex: '^monaco-editor(/|$)', message: 'Only src/editor imports monaco-editor.' },
};

/** @param {string[]} files @param {(keyof typeof CLOSED)[]} closed @param {string[]} ignores */
const closedTo = (files, closed, ignores = []) => ({
  files,
  ignores,
  rules: { 'no-restricted-imports': ['error', { patterns: closed.map((name) => CLOSED[name]) }] },
});

const NO_DEFAULT = { selector: 'ExportDefaultDeclaration', message: 'Export by name.' };
const NO_GLOB = {
  selector: "MemberExpression[object.type='MetaProperty'][property.name='glob']",
  message: 'Only the catalogues of src/course read files.',
};
const NO_WORKER = {
  selector: 'Identifier[name=/^(Worker|SharedWorker|MessageChannel|postMessage|loadPyodide)$/]',
  message: 'A component knows nothing of workers: that is workbench/session and sandbox/client.',
};

const config = defineConfig([
  globalIgnores(['dist/', '.astro/', '.cache/', '.python/', 'public/runtime/', 'test-results/', '**/*.svx']),
  { files: SOURCES, languageOptions: { globals: { ...globals.browser, ...globals.node } } },

  { files: ['**/*.ts'], extends: [ts.configs.strictTypeChecked, ts.configs.stylisticTypeChecked] },
  { files: ['**/*.svelte', '**/*.astro'], extends: [ts.configs.strict, ts.configs.stylistic] },
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
  },
  ...svelte.configs.recommended,
  ...astro.configs.recommended,
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
  },
  {
    files: SOURCES,
    rules: {
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-restricted-syntax': ['error', NO_DEFAULT, NO_GLOB],
    },
  },
  {
    files: ['**/*.{ts,svelte,astro}'],
    rules: {
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-empty-function': 'off',
    },
  },
  {
    files: ['**/*.ts'],
    rules: {
      // Sizes and counts stand in sentences everywhere.
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', package: 'node:test', name: ['describe', 'it', 'before', 'after'] },
          ],
        },
      ],
      // Built-ins are captured before learner code can replace them.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },

  closedTo(
    ['src/course/**'],
    ['client', 'inner', 'pages', 'editor', 'prose', 'progress', 'takehome', 'pyodide', 'monaco'],
  ),
  closedTo(
    ['src/prose/**'],
    ['client', 'inner', 'pages', 'workbench', 'editor', 'progress', 'takehome', 'pyodide', 'monaco'],
  ),
  closedTo(
    ['src/lenses/**'],
    [
      'client',
      'inner',
      'pages',
      'workbench',
      'editor',
      'course',
      'prose',
      'progress',
      'takehome',
      'pyodide',
      'monaco',
    ],
  ),
  closedTo(
    ['src/editor/**'],
    ['client', 'inner', 'pages', 'workbench', 'lenses', 'course', 'prose', 'progress', 'takehome', 'pyodide'],
  ),
  closedTo(
    ['src/progress/**'],
    [
      'client',
      'inner',
      'pages',
      'workbench',
      'editor',
      'lenses',
      'course',
      'prose',
      'takehome',
      'pyodide',
      'monaco',
    ],
  ),
  closedTo(
    ['src/takehome/**'],
    ['client', 'pages', 'workbench', 'editor', 'lenses', 'course', 'prose', 'progress', 'pyodide', 'monaco'],
  ),
  closedTo(
    ['src/workbench/**'],
    ['client', 'inner', 'pages', 'course', 'prose', 'pyodide', 'monaco'],
    ['src/workbench/session*'],
  ),
  closedTo(['src/workbench/session*'], ['pages', 'course', 'prose', 'pyodide', 'monaco']),
  closedTo(
    ['src/pages/**', 'src/layouts/**'],
    ['client', 'inner', 'editor', 'takehome', 'pyodide', 'monaco'],
  ),
  closedTo(
    ['src/sandbox/**'],
    ['pages', 'workbench', 'editor', 'lenses', 'course', 'prose', 'progress', 'takehome', 'monaco'],
  ),
  closedTo(
    ['src/sandbox/client*', 'src/sandbox/judge*'],
    ['pages', 'workbench', 'editor', 'lenses', 'course', 'prose', 'progress', 'monaco', 'pyodide'],
  ),
  {
    files: ['src/sandbox/protocol.ts', 'src/sandbox/report.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^\\.\\.?/(?!(protocol|report)\\.ts$)',
              message: 'The wire imports nothing of ours but itself.',
            },
          ],
        },
      ],
    },
  },
  // A Set that lives inside one function is no state.
  { files: ['**/*.svelte', '**/*.svelte.ts'], rules: { 'svelte/prefer-svelte-reactivity': 'off' } },
  { files: ['**/*.svelte'], rules: { 'no-restricted-syntax': ['error', NO_DEFAULT, NO_GLOB, NO_WORKER] } },
  // Astro wants its configuration as the default export, and a declaration says what another module does.
  { files: ['astro.config.ts', '**/*.d.ts'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['src/course/**'], rules: { 'no-restricted-syntax': ['error', NO_DEFAULT] } },
]);

export { config as default };
