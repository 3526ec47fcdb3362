import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ScormVersion } from '../../src/scorm/course.ts';
import { languageOf, type Language } from '../../src/words/languages.ts';
import { RUNTIME, relativeBuild, relativeSite } from '../build/setup.ts';
import { ROOT, carryOut, explain } from '../build/stage.ts';
import { USAGE } from '../sandbox/judgement.ts';
import { contentsOf } from '../scorm/contents.ts';
import { launchPage } from '../scorm/launch-page.ts';
import { scormPackage } from '../scorm/package.ts';
import { readOwnTaught, readTaught, type Taught } from '../scorm/read-site.ts';
import { SCORM_SCHEMAS } from '../scorm/schemas.ts';
import { atCaller, parsed } from './arguments.ts';

const usage =
  'npm run scorm -- <path, lesson or YAML file of a path> [--version 1.2|2004] [--language en|de]';
/** Every LMS takes 1.2; some take 2004, and not all of those in full. */
const DEFAULT: ScormVersion = '1.2';

/** `npm run scorm`: a path or a lesson as a package for an LMS. */
async function scorm(args: string[]): Promise<number> {
  const line = parsed(
    args,
    { version: { type: 'string', default: DEFAULT }, language: { type: 'string', default: 'en' } },
    usage,
  );
  if (typeof line === 'string') return wrong(line);
  const [name, ...more] = line.positionals;
  if (name === undefined || more.length > 0) return wrong(`Name one path or one lesson: ${usage}`);
  const { version } = line.values;
  if (version !== '1.2' && version !== '2004') return wrong(`--version is 1.2 or 2004, not ${version}.`);

  let language: Language['code'];
  try {
    language = languageOf(line.values.language).code;
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error));
  }

  const { outDir, base } = relativeBuild(language);
  const site = join(ROOT, outDir);
  const make = () => carryOut([...RUNTIME, relativeSite(language), SCORM_SCHEMAS]);
  let taught: Taught;
  if (/\.ya?ml$/i.test(name)) {
    const text = await readFile(atCaller(name), 'utf8').catch(() => null);
    if (text === null) return wrong(`${name} could not be read. Is it there?`);
    await make();
    try {
      taught = await readOwnTaught(site, name, text);
    } catch (error) {
      return wrong(error instanceof Error ? error.message : String(error));
    }
  } else {
    const [paths, lessons] = [await namesIn('paths'), await namesIn('lessons')];
    if (![...paths, ...lessons].includes(name))
      return wrong(
        `There is no path and no lesson "${name}". Paths: ${paths.join(', ')}. Lessons: ${lessons.join(', ')}.`,
      );
    await make();
    taught = await readTaught(site, name);
  }
  const contents = await contentsOf(site, base, taught);
  const zip = await scormPackage(version, taught, contents, await launchPage(language));
  const spoken = language === 'en' ? '' : `-${language}`;
  const file = join('release', `leaklab-scorm-${taught.id}${spoken}-${version}.zip`);
  await mkdir(join(ROOT, 'release'), { recursive: true });
  await writeFile(join(ROOT, file), zip);
  console.log(
    `${file}, ${(zip.byteLength / 1e6).toFixed(1)} MB: the ${taught.kind} “${taught.title}” for SCORM ${version}, ${contents.size} files`,
  );
  return 0;
}

/** What is called `NN-name` in a folder of `content/`, in its order. */
async function namesIn(folder: string): Promise<string[]> {
  const found = await readdir(join(ROOT, 'content', folder));
  return found.sort().flatMap((entry) => /^\d+-([a-z0-9-]+)(?:\.yaml)?$/.exec(entry)?.[1] ?? []);
}

function wrong(sentence: string): number {
  console.error(sentence);
  return USAGE;
}

process.exitCode = await scorm(process.argv.slice(2)).catch((error: unknown) => {
  explain(error);
  return 1;
});
