import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { languages, type Language } from '../../src/words/languages.ts';
import { python } from './python.ts';
import { SANDBOX_FILES } from './snapshots.ts';
import { runOrThrow } from './run-program.ts';
import { ROOT, type Stage } from './stage.ts';

const LOCKS = ['runtime.txt', 'runtime-sdist.txt', 'build.txt', 'language.txt'].map(
  (name) => `requirements/${name}`,
);

const wheels: Stage = {
  id: 'wheels',
  title: 'Python packages for the sandboxes',
  inputs: [...LOCKS, 'tools/build/wheels.ts', 'tools/build/python.ts'],
  outputs: ['.cache/wheels'],
  work: async (say) => {
    const { fetchWheels } = await import('./wheels.ts');
    await fetchWheels(say);
  },
};

const runtime: Stage = {
  id: 'runtime',
  title: 'Python runtime for the browser',
  inputs: [
    'package-lock.json',
    ...LOCKS,
    'src/language',
    'src/leaklab',
    'src/runtime',
    'tools/build/runtime.ts',
    'tools/build/archive.ts',
    'tools/build/bundle.ts',
    'tools/build/language-archive.ts',
    'tools/build/pyodide_lock.py',
    'tools/build/snapshots.ts',
    ...SANDBOX_FILES,
  ],
  outputs: ['public/runtime/runtime.json'],
  work: async (say) => {
    const { buildRuntime } = await import('./runtime.ts');
    await buildRuntime(say);
  },
};

/** The page that `leaklab --html` writes, without a report in it. */
export const REPORT_TEMPLATE: Stage = {
  id: 'report-template',
  title: 'The page of a report',
  inputs: [
    'package-lock.json',
    'src/lenses',
    'src/report',
    'src/runtime/judgement.ts',
    'src/runtime/report.ts',
    'src/styles',
    'tools/build/report-template.ts',
  ],
  outputs: ['src/leaklab/report.html'],
  work: async (say) => {
    say('bundling');
    const { buildReportTemplate } = await import('./report-template.ts');
    await buildReportTemplate();
  },
};

/** `course` is the folder that holds content and sandboxes, `base` the path that the whole is served under. */
export type SiteBuild = {
  title: string;
  course: string;
  base: string;
  outDir: string;
  language?: Language['code'];
  /** Below `base`, in another site that has Python's files. */
  folder?: string;
  /** Codes of the languages whose sites lie beside each other; without them it is alone. */
  beside?: readonly string[];
};

/** What learners get. */
export const COURSE: SiteBuild = {
  title: 'The site',
  course: '.',
  base: process.env.LEAKLAB_BASE ?? '/',
  outDir: 'dist',
  beside: languages.map(({ code }) => code),
};

/** The same in German, in a folder of that one. */
export const GERMAN: SiteBuild = {
  ...COURSE,
  title: 'The site in German',
  outDir: 'dist/de',
  language: 'de',
  folder: 'de/',
};

/** The same with a base that nothing else is called, so that every address can be made relative afterwards. */
const RELATIVE: SiteBuild = {
  title: 'The site, to lie anywhere',
  course: '.',
  base: '/-base-/',
  outDir: '.cache/relative-site',
};

/** That in `language`, alone. */
export function relativeBuild(language: Language['code']): SiteBuild {
  return language === 'en' ? RELATIVE : { ...RELATIVE, language, outDir: `${RELATIVE.outDir}-${language}` };
}

/** One small lesson for the browser tests, for a server that has the site in a folder. */
export const FIXTURE: SiteBuild = {
  title: 'The site of tests/fixture',
  course: 'tests/fixture',
  base: '/leaklab/',
  outDir: '.cache/fixture-site',
};

function site(build: SiteBuild): Stage {
  const { title, course, base, outDir, language = 'en', folder = '', beside = [language] } = build;
  return {
    id: `site-${outDir.replaceAll('/', '-')}`,
    title,
    inputs: [
      'package-lock.json',
      'astro.config.ts',
      'svelte.config.js',
      'tsconfig.json',
      'src',
      'public',
      'tools/build/bundle.ts',
      'tools/build/offline.ts',
      'tools/build/search-index.ts',
      'tools/build/words-in.ts',
      join(course, 'content'),
      join(course, 'sandboxes'),
    ],
    salt: `${base} ${language} ${process.env.LEAKLAB_SITE ?? ''}`,
    outputs: [`${outDir}/index.html`, `${outDir}/pagefind/pagefind.js`, `${outDir}/service-worker.js`],
    work: async (say) => {
      say('building the pages');
      const astro = join(ROOT, 'node_modules', '.bin', 'astro');
      // What may lie anywhere has no whole address.
      const nowhere = base === RELATIVE.base ? { LEAKLAB_SITE: '' } : {};
      const env = {
        LEAKLAB_BASE: base,
        LEAKLAB_COURSE: course,
        LEAKLAB_LANGUAGE: language,
        LEAKLAB_FOLDER: folder,
        LEAKLAB_LANGUAGES: beside.join(' '),
        ...nowhere,
      };
      await runOrThrow('Building the site', astro, ['build', '--outDir', outDir], env);
      say('writing the search index');
      const { writeSearchIndex } = await import('./search-index.ts');
      await writeSearchIndex(join(ROOT, outDir), language);
      say('listing what works offline');
      const { writeOffline } = await import('./offline.ts');
      await writeOffline(join(ROOT, outDir));
    },
  };
}

/** What the pages load when they run Python. */
export const RUNTIME: readonly Stage[] = [wheels, runtime];

/** All that is served. */
export const SITE: readonly Stage[] = [...RUNTIME, REPORT_TEMPLATE, site(COURSE), site(GERMAN)];

/** What a package for an LMS is made of. */
export const relativeSite = (language: Language['code']): Stage => site(relativeBuild(language));

/** What the browser tests look at where no lesson of the course is meant. */
export const FIXTURE_SITE: Stage = site(FIXTURE);

/** Linters, pytest, and the frameworks for judging natively. */
const testPackages: Stage = {
  id: 'python',
  title: 'Python packages for the tests',
  inputs: ['requirements/dev.txt'],
  outputs: ['.python'],
  work: async (say) => {
    say('pip install, hashes verified');
    await rm(join(ROOT, '.python'), { recursive: true, force: true });
    const target = ['--target', join(ROOT, '.python'), '-r', join(ROOT, 'requirements', 'dev.txt')];
    await python(['-m', 'pip', 'install', '--quiet', '--require-hashes', ...target]);
  },
};

/** Each of a thousand interpreters would compile the judge again where Python is told to write no bytecode. */
const bytecode: Stage = {
  id: 'bytecode',
  title: 'The judge as bytecode',
  inputs: ['src/leaklab'],
  outputs: ['src/leaklab/__pycache__'],
  work: async () => {
    await python(['-m', 'compileall', '-q', join(ROOT, 'src', 'leaklab')]);
  },
};

/** What only the tests need. */
export const TEST_PACKAGES: readonly Stage[] = [testPackages, bytecode];
