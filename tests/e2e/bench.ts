import { expect, type Locator, type Page } from '@playwright/test';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../tools/stage.ts';

/** A check climbs until it knows; on a crowded machine that takes minutes. */
export const SETTLED = { timeout: 300_000 };

type Button = 'Run' | 'Diagnose' | 'Check' | 'Stop' | 'Compare';

/** The workbench as a learner meets it: by what is written on it. */
export class Bench {
  readonly page: Page;
  readonly root: Locator;

  constructor(page: Page) {
    this.page = page;
    this.root = page.getByRole('region', { name: 'Workbench' });
  }

  async open(slug: string, base = '/'): Promise<void> {
    await this.page.goto(`${base}lessons/${slug}/`);
    await expect(this.button('Run')).toHaveAttribute('aria-disabled', 'false');
  }

  button(name: Button): Locator {
    return this.root.getByRole('group', { name: 'Controls' }).getByRole('button', { name });
  }

  tab(name: string): Locator {
    return this.root.getByRole('tab', { name });
  }

  /** What a screen reader hears last; the sentence that every run ends with. */
  get said(): Locator {
    return this.root.getByRole('status');
  }

  get output(): Locator {
    return this.root.getByRole('region', { name: 'Output' });
  }

  get textbox(): Locator {
    return this.root.getByRole('tabpanel').getByRole('textbox');
  }

  /** Replaces a file's text in the plain editor, which opens on the first use. */
  async type(name: string, text: string): Promise<void> {
    await this.tab(name).click();
    const plain = this.root.getByRole('button', { name: 'Plain editor' });
    const listing = this.root.getByRole('region', { name: new RegExp(`^${name}\\.`) });
    await expect(listing.or(plain).or(this.textbox).first()).toBeVisible();
    if (await listing.isVisible()) await listing.press('Enter');
    await expect(plain.or(this.root.getByRole('button', { name: 'Full editor' }))).toBeVisible();
    if (await plain.isVisible()) await plain.click();
    const area = this.root.getByRole('textbox', { name, exact: true });
    await area.fill(text);
    await expect(this.tab(name)).toHaveAccessibleName(/changed/);
  }

  async press(name: Button): Promise<void> {
    await this.button(name).click();
  }

  /** Presses a button and waits until the run that it began has settled with a sentence like `ending`. */
  async expectAfter(name: Button, ending: RegExp): Promise<void> {
    await this.press(name);
    await this.expectSaid(ending);
  }

  async expectSaid(ending: RegExp): Promise<void> {
    await expect(this.button('Run')).toHaveAttribute('aria-disabled', 'false', SETTLED);
    await expect(this.said).toHaveText(ending);
  }
}

/** The text of a sandbox's file, as the learner starts from it or as an overlay changes it. */
export function sandboxFile(sandbox: string, file: string, overlay = 'project'): string {
  return readFileSync(join(ROOT, 'sandboxes', sandbox, overlay, file), 'utf8');
}

export function overlayFiles(sandbox: string, overlay: string): [name: string, text: string][] {
  return readdirSync(join(ROOT, 'sandboxes', sandbox, overlay))
    .filter((name) => name.endsWith('.py'))
    .map((name) => [name, sandboxFile(sandbox, name, overlay)]);
}

/** A diagnosis that a learner might write: it finds what it names. */
export function diagnosis(sandbox: string): string {
  return readFileSync(join(ROOT, 'tests', 'e2e', 'diagnoses', `${sandbox}.py`), 'utf8');
}
