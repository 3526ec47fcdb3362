import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, type FrameLocator, type Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import type { ScormVersion } from '../../src/scorm/course.ts';
import { serveSite } from '../../tools/build/site-server.ts';
import { ROOT } from '../../tools/build/stage.ts';

/** What the LMS keeps of a learner, as scorm-again has it. */
export type Cmi = Record<string, unknown>;

/** A small LMS: scorm-again in a page, which opens a package in a frame of its own or in a window. */
export type LmsServer = {
  origin: string;
  /** Where the package of a version is opened without any LMS. */
  launch: (version: ScormVersion) => string;
  close: () => Promise<void>;
};

/** As an LMS lays its content: below something that no package could know. */
const COURSES = 'content/7,b/on~call';

export async function openLmsServer(packages: Record<ScormVersion, Uint8Array>): Promise<LmsServer> {
  const folder = mkdtempSync(join(tmpdir(), 'leaklab-lms-'));
  const again = join(ROOT, 'node_modules', 'scorm-again', 'dist', 'esm');
  for (const name of ['scorm12.min.js', 'scorm2004.min.js'])
    copyFileSync(join(again, name), join(folder, name));
  writeFileSync(join(folder, 'index.html'), PAGE);
  for (const [version, zip] of Object.entries(packages)) {
    for (const [path, content] of Object.entries(unzipSync(zip))) {
      const file = join(folder, COURSES, version, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
  }
  const site = await serveSite({ folder, base: '/', port: 0 });
  return {
    origin: site.origin,
    launch: (version) => `${site.origin}/${COURSES}/${version}/index.html`,
    close: async () => {
      await site.close();
      rmSync(folder, { recursive: true });
    },
  };
}

const PAGE = `<!doctype html><html lang="en"><title>An LMS</title>
<script type="module">
  import { Scorm12API } from './scorm12.min.js';
  import { Scorm2004API } from './scorm2004.min.js';

  // Only what the package commits is kept, and never because time passes.
  const settings = { autocommit: false, logLevel: 5 };
  let api, child;
  window.begin = (version, kept, launch, how) => {
    api = version === '1.2' ? new Scorm12API(settings) : new Scorm2004API(settings);
    window[version === '1.2' ? 'API' : 'API_1484_11'] = api;
    api.loadFromJSON(kept, 'cmi');
    if (how === 'window') {
      child = window.open(launch, '_blank', 'popup,width=1300,height=850');
      return;
    }
    child = document.createElement('iframe');
    child.style = 'width: 1400px; height: 850px; border: 0';
    child.title = 'Course';
    child.src = launch;
    document.body.append(child);
  };
  window.end = () => (child.close ? child.close() : child.remove());
  window.kept = () => ({ cmi: api.renderCMIToJSONObject().cmi, ended: api.isTerminated() });
</script><h1>My courses</h1></html>`;

type LmsWindow = {
  begin: (version: ScormVersion, kept: Cmi, launch: string, how: 'frame' | 'window') => void;
  end: () => void;
  kept: () => { cmi: Cmi; ended: boolean };
};

/** One learner’s visit: the page of the LMS, and the package that it has opened. */
export class Visit {
  readonly page: Page;
  /** The launch page of the package, whether it is in a frame or in a window. */
  readonly sco: FrameLocator | Page;
  readonly lesson: FrameLocator;
  /** The page that the package is in. */
  readonly around: Page;

  private constructor(page: Page, sco: FrameLocator | Page, around: Page) {
    this.page = page;
    this.sco = sco;
    this.around = around;
    this.lesson = sco.frameLocator('iframe');
  }

  static async begin(
    page: Page,
    lms: LmsServer,
    version: ScormVersion,
    kept: Cmi,
    how: 'frame' | 'window',
  ): Promise<Visit> {
    await page.goto(lms.origin);
    await page.waitForFunction(() => 'begin' in window);
    const coming = how === 'window' ? page.waitForEvent('popup') : null;
    await page.evaluate(
      ([version, kept, launch, how]) => (window as unknown as LmsWindow).begin(version, kept, launch, how),
      [version, kept, lms.launch(version), how] as const,
    );
    const popup = await coming;
    return new Visit(page, popup ?? page.frameLocator('iframe'), popup ?? page);
  }

  /** What the LMS has been told. */
  async kept(): Promise<{ cmi: Cmi; ended: boolean }> {
    return this.page.evaluate(() => (window as unknown as LmsWindow).kept());
  }

  async expectKept(cmi: Cmi): Promise<void> {
    await expect.poll(async () => (await this.kept()).cmi).toMatchObject(cmi);
  }

  /** As whoever closes the course. Gives what the LMS keeps then. */
  async end(): Promise<Cmi> {
    await this.page.evaluate(() => (window as unknown as LmsWindow).end());
    await expect.poll(async () => (await this.kept()).ended).toBe(true);
    return (await this.kept()).cmi;
  }
}
