import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { wheelsOf, type Manifest, type Stack } from '../../src/runtime/manifest.ts';
import type { Program } from '../../src/runtime/protocol.ts';
import { ROOT } from '../build/stage.ts';
import { findPython } from '../python.mjs';

/** The modules that begin a command and make figures of what comes; what they import takes part too. */
const IN_PYODIDE = ['tools/sandbox/judged.ts', 'src/runtime/node.ts'];
const NATIVELY = ['tools/sandbox/judged.ts', 'tools/sandbox/native.ts'];

/** Digests of all that decides a verdict in Pyodide beside the program. */
export function pyodideParts(manifest: Manifest, stack: Stack): unknown {
  const { pyodide, wasm, stdlib, judge } = manifest;
  const files = [wasm, stdlib, judge, ...wheelsOf(manifest, stack)];
  const integrities = files.map(({ integrity }) => integrity);
  return { pyodide, integrities, stack, code: digestOf(modules(IN_PYODIDE)) };
}

/** The same natively: the judge, this machine's Python, and what is installed for it. */
export function nativeParts(): unknown {
  const judge = readdirSync(join(ROOT, 'src', 'leaklab'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.py'))
    .map((name) => `src/leaklab/${name.replaceAll('\\', '/')}`);
  const files = [...judge, 'requirements/dev.txt', ...modules(NATIVELY)];
  return { python: pythonVersion(), code: digestOf(files) };
}

/** Neither a check nor an explanation reads a diagnosis, so that one may be rewritten without judging again. */
export function withoutDiagnosis(program: Program): Program {
  const { 'diagnose.py': _theirs, ...project } = program.project;
  const { 'diagnosis.py': _ours, ...harness } = program.harness;
  return { ...program, project, harness };
}

function pythonVersion(): string {
  const python = findPython();
  if (python.kind === 'missing') throw new Error(python.reason);
  const told = 'import platform, sys; print(sys.version, platform.platform())';
  return spawnSync(python.command, ['-c', told], { encoding: 'utf8' }).stdout;
}

/** Paths from the project's folder on. */
function digestOf(files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of [...new Set(files)].sort())
    hash.update(`\0${file}\0`).update(readFileSync(join(ROOT, file)));
  return hash.digest('hex');
}

const IMPORT = /(?:^(?:import|export) (?!type\b)(?:[^'"]*?from )?|\bimport\(|new URL\()'(\.[^']+)'/gm;

/** The entries and every module of ours that they lead to, later ones too; a type alone decides nothing. */
export function modules(entries: readonly string[], found = new Set<string>()): string[] {
  for (const entry of entries) {
    if (found.has(entry)) continue;
    found.add(entry);
    const text = readFileSync(join(ROOT, entry), 'utf8');
    const named = [...text.matchAll(IMPORT)].map((match) => join(dirname(entry), match[1] ?? ''));
    modules(named, found);
  }
  return [...found];
}
