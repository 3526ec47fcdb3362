import astro from 'eslint-plugin-astro';
import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';
import { allowedImports } from './tools/suites/allowed-imports.js';
import { saidByKey } from './tools/suites/said-by-key.js';
import { MAY_IMPORT, RESERVED_PACKAGES } from './tools/suites/import-table.js';

const SOURCES = ['**/*.{ts,js,mjs,svelte,astro}', '**/*.svelte.ts'];

const NO_DEFAULT = { selector: 'ExportDefaultDeclaration', message: 'Export by name.' };
const NO_GLOB = {
  selector: "MemberExpression[object.type='MetaProperty'][property.name='glob']",
  message: 'Only the catalogues of src/course read files.',
};
const NO_WORKER = {
  selector: 'Identifier[name=/^(Worker|SharedWorker|MessageChannel|postMessage|loadPyodide)$/]',
  message: 'A component knows nothing of workers: that is workbench/session and runtime/client.',
};

const config = defineConfig([
  globalIgnores([
    'dist/',
    '.astro/',
    '.cache/',
    '.python/',
    'public/runtime/',
    'release/',
    'test-results/',
    '**/*.svx',
  ]),
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

  {
    files: ['src/**/*.{ts,svelte,astro}', 'tools/**/*.{ts,mjs,js}'],
    plugins: { house: { rules: { 'allowed-imports': allowedImports } } },
    rules: {
      'house/allowed-imports': [
        'error',
        { root: import.meta.dirname, grants: MAY_IMPORT, reserved: RESERVED_PACKAGES },
      ],
    },
  },
  {
    files: ['src/**/*.{ts,svelte,astro}'],
    ignores: ['src/words/**'],
    plugins: { said: { rules: { 'by-key': saidByKey } } },
    rules: { 'said/by-key': 'error' },
  },
  // A Set that lives inside one function is no state.
  { files: ['**/*.svelte', '**/*.svelte.ts'], rules: { 'svelte/prefer-svelte-reactivity': 'off' } },
  { files: ['**/*.svelte'], rules: { 'no-restricted-syntax': ['error', NO_DEFAULT, NO_GLOB, NO_WORKER] } },
  // Astro wants its configuration as the default export, and a declaration says what another module does.
  { files: ['astro.config.ts', '**/*.d.ts'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['**/*.d.ts'], rules: { '@typescript-eslint/consistent-type-definitions': 'off' } },
  { files: ['src/course/**'], rules: { 'no-restricted-syntax': ['error', NO_DEFAULT] } },
]);

export { config as default };
