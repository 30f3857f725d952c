import axe from 'axe-core';
import { expect, type Page, test } from 'playwright/test';
import { type Headless, startHeadless } from '../support/headless.ts';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong on the page as it is now, in one line each. */
async function faults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async (tags) => {
    const { violations } = await window.axe.run(document, { runOnly: tags });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  }, rules);
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}

test.describe('the first page', () => {
  let program: Headless;
  test.beforeAll(async () => {
    program = await startHeadless({ modem: 'demo' });
    await program.call('books.create', { name: 'Rödd IF' });
    await program.call('books.update', { id: 1, patch: { approval: true } });
    await program.call('members.add', { bookId: 1, name: 'Åke Bergström', phone: '070-174 06 31' });
    await program.call('broadcasts.send', { bookId: 1, text: 'Samling kl 17' });
    await program.call('practice.sms', { from: '+46701740631', text: 'stopp tack' });
    await program.call('practice.sms', { from: '+46701740644', text: 'START' });
  });
  test.afterAll(() => program.dispose());

  test('says in one sentence whether it works and what waits, and the sentence follows what is done', async ({
    page,
  }) => {
    await page.goto(program.address);
    const sentence = page.getByRole('heading', { level: 1 });
    await expect(sentence).toHaveText('Allt fungerar. En fråga och en anmälan väntar.', { timeout: 20_000 });
    await expect(page.getByText('Vill Åke Bergström lämna?')).toBeVisible();
    await expect(page.getByRole('img', { name: /QR-kod: öppnar ett SMS till 070-/ })).toBeVisible();
    await page.getByRole('button', { name: 'Godkänn' }).click();
    await expect(sentence).toHaveText('Allt fungerar. En fråga väntar.');
    await expect(page.getByRole('navigation').getByText('1 att göra')).toBeAttached();
  });

  test('has three lights with words, and says all the time that this is practice', async ({ page }) => {
    await page.goto(program.address);
    await expect(page.getByText('Inga riktiga SMS skickas och inget kostar.')).toBeVisible();
    const strip = page.getByRole('region', { name: 'Läget just nu' });
    for (const name of ['Nummer Övningsmodem', 'Brevlåda Vilar', 'Kö']) {
      await expect(strip.getByRole('link', { name })).toBeVisible();
    }
  });

  test('speaks the language of the settings at once', async ({ page }) => {
    await page.goto(program.address);
    await expect(page.getByRole('link', { name: 'Översikt' })).toBeVisible();
    await program.call('settings.update', { patch: { language: 'en' } });
    await expect(page.getByRole('link', { name: 'Overview' })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await program.call('settings.update', { patch: { language: 'sv' } });
    await expect(page.getByRole('link', { name: 'Översikt' })).toBeVisible();
  });

  test('says so when the program stops answering', async ({ page }) => {
    const own = await startHeadless({ modem: 'none' });
    await own.call('books.create', { name: 'Rödd IF' });
    await page.goto(own.address);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Inget modem än');
    await own.kill();
    await expect(page.getByText('Samband svarar inte.')).toBeVisible();
    await own.dispose();
  });

  for (const [scheme, width] of [
    ['light', 1280],
    ['dark', 480],
  ] as const) {
    test(`and the pages of send-outs break no rule of accessibility, ${scheme}, ${width} wide`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 800 });
      await page.goto(program.address);
      await expect(page.getByRole('heading', { level: 1 })).toContainText('väntar');
      const found: Record<string, string[]> = { overview: await faults(page) };
      for (const path of ['write', 'broadcasts', 'broadcasts/1']) {
        await page.evaluate((to) => {
          location.hash = to;
        }, `/book/1/${path}`);
        await expect(page.getByRole('heading', { level: 1 })).not.toContainText('väntar');
        found[path] = await faults(page);
      }
      expect(found).toEqual({ overview: [], write: [], broadcasts: [], 'broadcasts/1': [] });
    });
  }
});
