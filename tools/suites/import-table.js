const REPORT = 'src/runtime/report.ts';
const LIVING = 'src/runtime/living.ts';
const PROTOCOL = 'src/runtime/protocol.ts';
const CLIENT = 'src/runtime/client.ts';
/** What a run needs besides Python. */
const SIGNAL = 'src/runtime/signal.ts';
const BENCH = 'src/workbench/bench.svelte.ts';
const HREF = 'src/layouts/href.ts';
const LANGUAGE = 'src/words/language.ts';
const LANGUAGES = 'src/words/languages.ts';
/** Files that somebody chooses or drops. */
const FILES = 'src/files';
/** What is handed over as a download. */
const SAVE = 'src/takehome/save.ts';
/** A number as it is typed, in each language. */
const TYPED_NUMBER = 'src/own/typed-number.ts';
const EXERCISE = 'src/workbench/exercise.ts';
const LENSES = ['growth', 'survivors', 'retainers', 'allocations', 'history', 'diff'].map(
  (view) => `src/lenses/${view}`,
);
const VERDICT_WORDS = 'src/lenses/verdict';
const JUDGEMENT = 'src/runtime/judgement.ts';
/** Parts that every room and page has. */
const CONTROLS = 'src/controls';
/** A drawn graph, which other lenses show too. */
const GRAPH = 'src/lenses/graph';
const CONSOLE = 'src/workbench/console';
const ROOMS = ['code', 'results', 'controls'].map((room) => `src/workbench/${room}`);
const OWN_ROOM = 'src/workbench/own';

const FOR_ROOMS = [
  BENCH,
  CONSOLE,
  CONTROLS,
  EXERCISE,
  'src/workbench/session',
  'src/workbench/wording',
  'src/editor',
  'src/lenses',
  ...LENSES,
  GRAPH,
  VERDICT_WORDS,
  'src/progress',
  'src/takehome',
  SAVE,
  TYPED_NUMBER,
  PROTOCOL,
  LIVING,
  REPORT,
];

/** @param {readonly string[]} folders @param {readonly string[]} granted @returns {Record<string, string[]>} */
const each = (folders, granted) => Object.fromEntries(folders.map((folder) => [folder, [...granted]]));

/**
 * Folder, or file -> what of ours it may import, beside itself. The arrows point one way: an entry names only what
 * stands above it. What is not here may import nothing.
 * @type {Record<string, string[]>}
 */
export const MAY_IMPORT = {
  // What is said, in each language; everybody imports it, as `#words/...`.
  [LANGUAGE]: [],
  'src/words': [LANGUAGE],
  [LANGUAGES]: [LANGUAGE, 'src/words'],
  [REPORT]: [],
  [LIVING]: [],
  [PROTOCOL]: [LIVING, REPORT],
  [JUDGEMENT]: [REPORT],
  [SIGNAL]: [PROTOCOL],
  'src/runtime': [SIGNAL, PROTOCOL, LIVING, REPORT],
  [CLIENT]: ['src/runtime', PROTOCOL, REPORT],
  'src/leaklab': [],
  'src/language': [],
  'src/linter': [],
  requirements: [],
  'src/styles': [],
  'src/course': ['requirements', LANGUAGES],
  'src/progress': [PROTOCOL, REPORT],
  'src/editor': ['src/linter'],
  'src/share': [],
  [FILES]: [],
  [CONTROLS]: [],
  [TYPED_NUMBER]: [],
  'src/own': [TYPED_NUMBER, 'src/course', 'src/share'],
  'src/takehome': ['src/leaklab', 'src/runtime', PROTOCOL],
  'src/lenses': [],
  'src/lenses/chart': ['src/lenses'],
  [GRAPH]: ['src/lenses', 'src/lenses/chart'],
  ...each(LENSES, ['src/lenses', 'src/lenses/chart', GRAPH, REPORT, PROTOCOL]),
  [VERDICT_WORDS]: ['src/lenses', 'src/lenses/growth', REPORT, PROTOCOL],
  'src/report': [
    FILES,
    CONTROLS,
    'src/lenses',
    'src/lenses/chart',
    ...LENSES,
    VERDICT_WORDS,
    REPORT,
    JUDGEMENT,
    'src/styles',
  ],
  [SAVE]: [],
  // What somebody fixed, to be measured again.
  'src/proof': ['src/own', 'src/share', CLIENT, PROTOCOL],
  'src/proof/view': [
    FILES,
    CONTROLS,
    'src/proof',
    'src/own',
    'src/lenses',
    'src/lenses/growth',
    'src/lenses/diff',
    VERDICT_WORDS,
    CLIENT,
  ],
  // The page of what the learner has done.
  'src/progress/view': [
    FILES,
    CONTROLS,
    'src/progress',
    'src/proof',
    SAVE,
    'src/lenses',
    VERDICT_WORDS,
    PROTOCOL,
  ],
  [HREF]: [],
  // What lets the site work offline: a service worker, and paths that are taken along.
  'src/offline': [HREF, LANGUAGES, 'src/runtime', 'src/lenses'],
  'src/prose': [
    'src/course',
    'src/progress',
    HREF,
    'src/lenses',
    'src/lenses/chart',
    'src/lenses/growth',
    PROTOCOL,
    REPORT,
  ],
  // Lessons in an order, and what whoever leads a group along them needs.
  'src/paths': [
    FILES,
    'src/course',
    'src/offline',
    'src/progress',
    'src/share',
    'src/prose',
    'src/lenses',
    HREF,
  ],
  [EXERCISE]: [PROTOCOL],
  'src/workbench/session': [
    EXERCISE,
    CLIENT,
    SIGNAL,
    PROTOCOL,
    LIVING,
    REPORT,
    'src/progress',
    'src/editor',
    'src/share',
    'src/own',
    'src/takehome',
    'src/lenses',
  ],
  'src/workbench/wording': [
    'src/workbench/session',
    'src/own',
    TYPED_NUMBER,
    'src/editor',
    'src/lenses',
    'src/lenses/growth',
    'src/progress',
    PROTOCOL,
    REPORT,
  ],
  [BENCH]: [EXERCISE, 'src/workbench/session', 'src/progress'],
  [CONSOLE]: [
    CONTROLS,
    'src/workbench/session',
    'src/workbench/wording',
    'src/lenses',
    GRAPH,
    PROTOCOL,
    LIVING,
  ],
  ...each(ROOMS, FOR_ROOMS),
  [OWN_ROOM]: [...FOR_ROOMS, FILES, 'src/own', 'src/workbench/controls'],
  'src/workbench': [
    BENCH,
    CONTROLS,
    EXERCISE,
    'src/workbench/session',
    'src/workbench/wording',
    ...ROOMS,
    OWN_ROOM,
    'src/progress',
  ],
  'src/workbench/island': [
    'src/workbench',
    BENCH,
    EXERCISE,
    'src/workbench/session',
    'src/workbench/wording',
    'src/offline',
    'src/progress',
    'src/own',
    'src/share',
  ],
  // A page in a frame of another site.
  'src/embed': [],
  // The page that an LMS opens, with a lesson in a frame of it.
  'src/scorm': ['src/progress', 'src/share', 'src/own', 'src/lenses'],
  'src/scorm/view': ['src/scorm', 'src/progress', 'src/lenses', 'src/styles'],
  // The site's search: a dialog, and a page of its own.
  'src/search': [],
  // The pictures of pages that are shared.
  'src/social': [
    'src/course',
    'src/lenses',
    'src/lenses/chart',
    'src/lenses/growth',
    'src/prose',
    'src/styles',
  ],
  'src/layouts': [
    CONTROLS,
    HREF,
    LANGUAGES,
    'src/social',
    'src/search',
    'src/embed',
    'src/course',
    'src/lenses',
    'src/lenses/chart',
    'src/lenses/growth',
    'src/paths',
    'src/prose',
    'src/progress',
    'src/styles',
  ],
  'src/pages': [
    'src/course',
    HREF,
    'src/social',
    'src/search',
    'src/layouts',
    'src/lenses',
    'src/offline',
    'src/paths',
    'src/prose',
    'src/progress',
    'src/progress/view',
    'src/proof',
    'src/proof/view',
    'src/linter',
    'src/report',
    'src/workbench/island',
    EXERCISE,
  ],
  content: ['src/prose'],
  tools: [],
  'tools/build': ['tools', LANGUAGES, 'src/runtime', 'src/offline'],
  'tools/scorm': [
    'tools/build',
    'src/words',
    LANGUAGES,
    'src/course',
    'src/paths',
    'src/progress',
    'src/runtime',
    'src/scorm',
  ],
  'tools/suites': ['tools/build', 'tools/scorm'],
  'tools/sandbox': [
    'tools',
    'tools/build',
    'src/course',
    'src/lenses',
    'src/runtime',
    JUDGEMENT,
    PROTOCOL,
    REPORT,
  ],
  'tools/commands': [
    'tools',
    'tools/build',
    'tools/suites',
    'tools/sandbox',
    'tools/scorm',
    'src/course',
    'src/runtime',
    'src/scorm',
    LANGUAGES,
    JUDGEMENT,
    PROTOCOL,
    REPORT,
  ],
};

/** Package -> the folders that may import it. @type {Record<string, string[]>} */
export const RESERVED_PACKAGES = {
  pyodide: ['src/runtime'],
  'monaco-editor': ['src/editor', 'src/words'],
  '@astral-sh/ruff-wasm-web': ['src/linter'],
  'workbox-routing': ['src/offline'],
  'workbox-strategies': ['src/offline'],
};
