import { readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { validateXML } from 'xmllint-wasm';
import { STAGES } from '../../src/progress/reached.ts';
import type { ScormVersion } from '../../src/scorm/course.ts';
import { decodeProgress, encodeProgress } from '../../src/scorm/suspend-data.ts';
import { COURSE, FIXTURE } from '../../tools/build/setup.ts';
import { ROOT } from '../../tools/build/stage.ts';
import { contentsOf } from '../../tools/scorm/contents.ts';
import { launchPage } from '../../tools/scorm/launch-page.ts';
import { schemasOf } from '../../tools/scorm/manifest.ts';
import { scormPackage } from '../../tools/scorm/package.ts';
import { readOwnTaught, readTaught } from '../../tools/scorm/read-site.ts';
import { expectNoViolationsInFrames } from './axe.ts';
import { Bench } from './bench.ts';
import { FIXTURE_LESSON, first, fixFiles, LESSONS, solvedDiagnosis } from './course.ts';
import { openLmsServer, Visit, type LmsServer } from './lms.ts';
import { expectNoScrollSideways } from './narrow.ts';

const VERSIONS: readonly ScormVersion[] = ['1.2', '2004'];
const [FILE, FIXED] = first(fixFiles(FIXTURE_LESSON));

// One package of each version, made once.
test.describe.configure({ mode: 'default' });

let packages: Record<ScormVersion, Uint8Array>;
let lms: LmsServer;

test.beforeAll(async () => {
  const site = join(ROOT, FIXTURE.outDir);
  const taught = await readTaught(site, FIXTURE_LESSON.slug);
  const [contents, launch] = [await contentsOf(site, FIXTURE.base, taught), await launchPage()];
  const made = (version: ScormVersion) => scormPackage(version, taught, contents, launch);
  packages = { '1.2': await made('1.2'), '2004': await made('2004') };
  lms = await openLmsServer(packages);
});
test.afterAll(() => lms.close());

/** What goes wrong in a page and in all that it opens: files that are not there, and exceptions. */
function watched(page: Page): string[] {
  const amiss: string[] = [];
  page.context().on('response', (answer) => {
    if (answer.status() >= 400) amiss.push(`${answer.status()} ${answer.url()}`);
  });
  page.context().on('weberror', (error) => amiss.push(String(error.error())));
  page.context().on('request', (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(lms.origin)) amiss.push(request.url());
  });
  return amiss;
}

for (const version of VERSIONS)
  test(`the manifest for ${version} is valid, and lists every file of the package`, async () => {
    const files = unzipSync(first([packages[version]]));
    const names = Object.keys(files);
    const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
    const imports = schemasOf(version).map(
      ({ namespace, file }) => `<xs:import namespace="${namespace}" schemaLocation="${file}"/>`,
    );
    const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imports.join('')}</xs:schema>`;
    const preload = names
      .filter((name) => /^[^/]+\.(xsd|dtd)$/.test(name))
      .map((name) => ({ fileName: name, contents: text(name) }));
    const manifest = text('imsmanifest.xml');
    const validate = (contents: string) =>
      validateXML({ xml: [{ fileName: 'imsmanifest.xml', contents }], schema: [schema], preload });
    expect((await validate(manifest)).errors).toEqual([]);
    expect((await validate(manifest.replace('identifierref="sco"', 'identifierref=""'))).valid).toBe(true);
    expect((await validate(manifest.replace('<resources>', '<resource/><resources>'))).valid).toBe(false);

    const listed = [...manifest.matchAll(/<file href="([^"]*)"/g)].map(([, href = '']) => href).sort();
    const own = names.filter(
      (name) => name !== 'imsmanifest.xml' && !preload.some((one) => one.fileName === name),
    );
    expect(listed).toEqual(own.sort());
  });

test('no page of a package leads to what is not in it, or to an address of its own', () => {
  const files = unzipSync(packages['1.2']);
  const pages = Object.keys(files).filter((name) => name.endsWith('.html') && name.includes('/'));
  const led = pages.flatMap((page) => {
    const text = strFromU8(files[page] ?? new Uint8Array());
    return [...text.matchAll(/\s(?:href|src)="([^"#?]*)/g)].map(([, to = '']) => ({ page, to }));
  });
  expect(led.length).toBeGreaterThan(pages.length);
  expect(pages).toContain(`lessons/${FIXTURE_LESSON.slug}/index.html`);
  const isThere = (page: string, to: string) => {
    const path = posix.join(posix.dirname(page), to);
    return (
      to === '' || /^(https:|data:)/.test(to) || path in files || posix.join(path, 'index.html') in files
    );
  };
  expect(led.filter(({ page, to }) => !isThere(page, to))).toEqual([]);
});

test('in SCORM 1.2, in a frame, a fix is proved, reported, and there again in another browser', async ({
  page,
  browser,
}) => {
  const amiss = watched(page);
  const learner = { core: { student_id: 'jo', student_name: 'Doe, Jo' } };
  const visit = await Visit.begin(page, lms, '1.2', learner, 'frame');
  await expect(visit.sco.getByRole('status')).toHaveText('Your progress is reported to the LMS.');
  await visit.expectKept({ core: { lesson_status: 'incomplete', score: { raw: '0' } } });
  await expect(visit.lesson.getByRole('heading', { level: 1, name: FIXTURE_LESSON.title })).toBeVisible();

  const bench = new Bench(page, visit.lesson);
  await bench.type(FILE, FIXED);
  await bench.expectAfter('Check', /^Bounded: /);
  await visit.expectKept({
    core: { lesson_status: 'incomplete', score: { raw: '28', min: '0', max: '100' } },
  });
  await expect(visit.sco.getByText('2 of 7 stages, 28 %')).toBeVisible();
  const kept = await visit.end();
  expect(kept).toMatchObject({
    core: { exit: 'suspend', lesson_location: FIXTURE_LESSON.slug },
    suspend_data: expect.stringMatching(/^leaklab\.1~library-loans\.1\.18~C\.0\./),
  });
  expect(amiss).toEqual([]);

  const elsewhere = await browser.newContext();
  const there = await elsewhere.newPage();
  const suspended = { ...learner, suspend_data: kept.suspend_data };
  const again = await Visit.begin(there, lms, '1.2', suspended, 'frame');
  await expect(again.sco.getByText('2 of 7 stages, 28 %')).toBeVisible();
  await expect(await new Bench(there, again.lesson).edit(FILE)).toHaveValue(FIXED);
  await again.expectKept({ core: { score: { raw: '28' } }, suspend_data: kept.suspend_data });
  await elsewhere.close();
});

test('in SCORM 2004, in a window, what was suspended goes on, until it is completed and passed', async ({
  page,
}) => {
  const amiss = watched(page);
  const data = `leaklab.1~${FIXTURE_LESSON.slug}.1.7d~Z`;
  const visit = await Visit.begin(page, lms, '2004', { learner_id: 'jo', suspend_data: data }, 'window');
  await expect(visit.sco.getByText('6 of 7 stages, 85 %')).toBeVisible();
  await visit.expectKept({
    completion_status: 'incomplete',
    success_status: 'passed',
    score: { scaled: '0.85', raw: '85' },
  });
  await new Bench(visit.around, visit.lesson).expectAfter('Run', /^Ran /);
  await expect(visit.sco.getByText('All stages reached, every fix proved')).toBeVisible();
  await visit.expectKept({
    completion_status: 'completed',
    success_status: 'passed',
    progress_measure: '1',
    score: { scaled: '1', raw: '100', min: '0', max: '100' },
  });
  expect(await visit.end()).toMatchObject({
    exit: 'suspend',
    session_time: expect.stringMatching(/^PT\d+H\d+M\d+S$/),
    suspend_data: expect.stringContaining(`${FIXTURE_LESSON.slug}.1.7f`),
  });
  expect(amiss).toEqual([]);
});

test('what another package has left is said, and without an LMS the page says so and works on', async ({
  page,
}) => {
  const visit = await Visit.begin(page, lms, '1.2', { suspend_data: '{"slide":12}' }, 'frame');
  await expect(visit.sco.getByRole('status')).toContainText(
    'What the LMS kept was not written by this package. This visit starts anew',
  );
  await visit.expectKept({ suspend_data: 'leaklab.1~Z' });

  await page.goto(lms.launch('1.2'));
  await expect(page.getByRole('status')).toContainText('No LMS opened this page, so nothing is reported.');
  await expect(
    page.frameLocator('iframe').getByRole('heading', { level: 1, name: FIXTURE_LESSON.title }),
  ).toBeVisible();
  await expectNoViolationsInFrames(page);
  await expectNoScrollSideways(page);
});

test('a path that a team has written is a package too, and its lessons lead along it', async ({ page }) => {
  const site = join(ROOT, FIXTURE.outDir);
  const text = [
    'title: Our first week',
    'for: For whoever is new at the desk.',
    `steps: [{ lesson: ${FIXTURE_LESSON.slug}, why: It is short., stages: [symptom, observe], minutes: 4 }]`,
    'afterwards: [Say what a run shows.]',
  ].join('\n');
  const taught = await readOwnTaught(site, 'teams/Our week.yaml', text);
  expect(taught).toMatchObject({ kind: 'path', id: 'our-week', title: 'Our first week' });
  const contents = await contentsOf(site, FIXTURE.base, taught);
  const own = await scormPackage('1.2', taught, contents, await launchPage());
  const theirs = await openLmsServer({ '1.2': own, '2004': own });
  try {
    const visit = await Visit.begin(page, theirs, '1.2', {}, 'frame');
    await expect(visit.sco.getByRole('heading', { name: 'Our first week' })).toBeVisible();
    await expect(visit.lesson.getByText('step 1 of 1')).toBeVisible();
    await expect(visit.lesson.getByText('here: symptom and observe, 4 minutes')).toBeVisible();
  } finally {
    await theirs.close();
  }
  await expect(readOwnTaught(site, 'week.yml', text.replace(FIXTURE_LESSON.slug, 'nowhere'))).rejects.toThrow(
    /^“week\.yml”, line 3, steps\[0\]\.lesson: /,
  );
});

test('every path of the course fits into SCORM 1.2 with all of it reached and every program fixed', async () => {
  const site = join(ROOT, COURSE.outDir);
  const ids = readdirSync(join(ROOT, 'content', 'paths')).map((name) => name.slice(3, -5));
  expect(ids.length).toBeGreaterThan(0);
  for (const id of ids) {
    const taught = await readTaught(site, id);
    const keptOf = (slug: string) => {
      const lesson = first(LESSONS.filter((one) => one.slug === slug));
      const fixed = lesson.sandbox.fixes.length > 0 ? fixFiles(lesson) : [];
      return {
        lessonVersion: 1,
        files: { ...Object.fromEntries(fixed), 'diagnose.py': solvedDiagnosis(lesson) },
        setAside: {},
        reached: [...STAGES],
        opened: ['hint-diagnose-1', 'hint-fix-1', 'predict-line-2'],
        seconds: { k2hs81qx: 5_240 },
      };
    };
    const { text, leftOut } = encodeProgress(taught.lessons, keptOf, 4_096, '');
    expect(text.length, id).toBeLessThanOrEqual(4_096);
    expect(leftOut.program, id).toEqual([]);
    const decoded = decodeProgress(taught.lessons, text);
    const reached =
      decoded.kind === 'progress' ? Object.values(decoded.lessons).map((kept) => kept.reached) : [];
    expect(reached, id).toEqual(taught.lessons.map(() => [...STAGES]));
    expect(encodeProgress(taught.lessons, keptOf, 64_000, '').leftOut, id).toEqual({
      program: [],
      scratch: [],
      notes: false,
    });
  }
});
