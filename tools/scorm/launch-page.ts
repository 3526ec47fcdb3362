import { createHash } from 'node:crypto';
import type { ScormCourse } from '../../src/scorm/course.ts';
import { words as german } from '../../src/words/de/scorm.ts';
import { words as english } from '../../src/words/en/scorm.ts';
import type { Language } from '../../src/words/languages.ts';
import { bundledPage } from '../build/bundled-page.ts';

/** `font` is where the site's lies in the package. */
export type LaunchPage = (course: ScormCourse, font: string) => string;

const WORDS: Record<Language['code'], typeof english> = { en: english, de: german };

/** Bundles the page that an LMS opens, in `language`; what it teaches stands in it. */
export async function launchPage(language: Language['code'] = 'en'): Promise<LaunchPage> {
  const { course: label, noScript } = WORDS[language].page;
  const { script, style } = await bundledPage('src/scorm/view/launch.ts', language);
  const hash = createHash('sha256').update(script).digest('base64');
  const policy = [
    `default-src 'self'; script-src 'sha256-${hash}'; style-src 'unsafe-inline'`,
    "object-src 'none'; base-uri 'none'; form-action 'none'",
  ].join('; ');
  return (course, font) =>
    [
      '<!doctype html>',
      `<html lang="${language}">`,
      '<head>',
      '<meta charset="utf-8">',
      `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
      '<meta name="viewport" content="width=device-width, initial-scale=1">',
      '<meta name="color-scheme" content="light dark">',
      '<title>Leaklab</title>',
      '<link rel="icon" type="image/svg+xml" href="favicon.svg">',
      `<style>@font-face{font-family:'Atkinson Hyperlegible Next Variable';font-weight:200 800;font-display:swap;src:url(${font})format('woff2')}${style}</style>`,
      '</head>',
      '<body>',
      `<main aria-label="${label}"><noscript>${noScript}</noscript></main>`,
      `<script type="application/json" id="course">${JSON.stringify(course).replaceAll('<', '\\u003c')}</script>`,
      `<script>${script}</script>`,
      '</body>',
      '</html>',
      '',
    ].join('\n');
}
