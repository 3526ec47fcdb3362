import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { compileLibraries, hasLibraries, unpackWheel } from '../../../src/runtime/extensions.ts';

/** The least that compiles. */
const LIBRARY = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);
const bytes = zipSync({
  'core/': new Uint8Array(),
  'core/__init__.py': strToU8('from core._core import answer\n'),
  'core/_core.cpython-314-wasm32-emscripten.so': LIBRARY,
});
const built = { name: 'core-1-cp314-cp314-pyemscripten_2026_0_wasm32.whl', bytes };
const plain = { name: 'plain-1-py3-none-any.whl', bytes };

test('only a wheel that was built for one machine has extension modules', async () => {
  expect([built, plain, { name: 'leaklab-0.zip' }].map(hasLibraries)).toEqual([true, false, false]);
  expect(await compileLibraries([plain, built])).toEqual([
    {
      path: `${built.name}/core/_core.cpython-314-wasm32-emscripten.so`,
      code: expect.any(WebAssembly.Module) as WebAssembly.Module,
    },
  ]);
});

test('such a wheel is unpacked, its extension modules as empty files', () => {
  const sizes = unpackWheel(built).map(([path, content]) => [path, content.byteLength]);
  expect(Object.fromEntries(sizes)).toEqual({
    'core/__init__.py': 30,
    'core/_core.cpython-314-wasm32-emscripten.so': 0,
  });
});

test('one that does not compile says so', async () => {
  const damaged = zipSync({ 'core/_core.so': strToU8('no library') });
  await expect(compileLibraries([{ ...built, bytes: damaged }])).rejects.toThrow(WebAssembly.CompileError);
});
