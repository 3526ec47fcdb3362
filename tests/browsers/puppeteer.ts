import puppeteer, { type LaunchOptions } from 'puppeteer-core';
import type { Engine } from './engine.ts';

/** Chromium and Firefox by puppeteer; Firefox speaks WebDriver BiDi. */
export async function launchByPuppeteer(options: LaunchOptions): Promise<Engine> {
  const browser = await puppeteer.launch({ headless: true, protocolTimeout: 300_000, ...options });
  const page = await browser.newPage();
  await page.setViewport({ width: 1440, height: 900 });
  return {
    open: async (url) => {
      await page.goto(url, { waitUntil: 'load' });
    },
    evaluate: async (act, ...args) => (await page.evaluate(act, ...args)) as Awaited<ReturnType<typeof act>>,
    close: () => browser.close(),
  };
}
