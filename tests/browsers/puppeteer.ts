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
    evaluate: async <Args extends unknown[], T>(act: (...args: Args) => T | Promise<T>, ...args: Args) =>
      (await page.evaluate(act as (...args: unknown[]) => unknown, ...args)) as T,
    close: () => browser.close(),
  };
}
