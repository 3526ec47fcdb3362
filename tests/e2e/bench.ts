import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';

/** A check climbs until it knows; on a crowded machine that takes minutes. */
export const SETTLED = { timeout: 300_000 };

type Button = 'Run' | 'Diagnose' | 'Check' | 'Stop' | 'Compare';

/** The workbench as a learner meets it: by what is written on it. */
export class Bench {
  readonly page: Page;
  readonly root: Locator;

  /** `within` is a frame of the page, where it is in one. */
  constructor(page: Page, within: Pick<FrameLocator, 'getByRole'> = page) {
    this.page = page;
    this.root = within.getByRole('region', { name: 'Workbench' });
  }

  async open({ slug }: { slug: string }): Promise<void> {
    await this.page.goto(`lessons/${slug}/`);
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
    return this.root.locator('> [role=status]');
  }

  get output(): Locator {
    return this.root.getByRole('region', { name: 'Output' });
  }

  get textbox(): Locator {
    return this.root.getByRole('tabpanel').getByRole('textbox');
  }

  /** The text of a file, in the plain editor. */
  async edit(name: string): Promise<Locator> {
    await this.tab(name).click();
    const plain = this.root.getByRole('button', { name: 'Plain editor' });
    const listing = this.root.getByRole('region', { name: new RegExp(`^${name}\\.`) });
    await expect(listing.or(plain).or(this.textbox).first()).toBeVisible();
    if (await listing.isVisible()) await listing.press('Enter');
    await expect(plain.or(this.root.getByRole('button', { name: 'Full editor' }))).toBeVisible();
    if (await plain.isVisible()) await plain.click();
    return this.root.getByRole('textbox', { name, exact: true });
  }

  /** Replaces a file's text. */
  async type(name: string, text: string): Promise<void> {
    await (await this.edit(name)).fill(text);
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
    // The first press wakes the bench too, and until then no button knows of the run.
    await expect(this.said).toHaveText(ending, SETTLED);
  }
}
