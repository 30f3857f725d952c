import { expect, test } from 'playwright/test';
import { type Headless, startHeadless } from '../support/headless.ts';

test.describe('the first run', () => {
  let program: Headless;
  test.beforeEach(async () => {
    program = await startHeadless({ modem: 'demo' });
  });
  test.afterEach(() => program.dispose());

  test('leads to a working book and its first send-out', async ({ page }) => {
    await page.goto(program.address);
    await expect(page.getByRole('button', { name: 'Nästa: modemet' })).toBeDisabled();
    await page.getByRole('textbox', { name: 'Föreningens namn' }).fill('Rödd IF');
    await page.getByRole('button', { name: 'Nästa: modemet' }).click();

    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Modemet är redo.', { timeout: 20_000 });
    await expect(page.getByText('Numret är 070-174 06 99')).toBeVisible();
    await page.getByRole('button', { name: 'Nästa: vem skriver?' }).click();

    await page.getByRole('textbox', { name: 'Mobilnummer eller e-postadress' }).fill('070-174 06 86');
    await page.getByRole('button', { name: 'Lägg till' }).click();
    await expect(page.getByRole('button', { name: 'Ta bort 070-174 06 86 som funktionär' })).toBeVisible();
    await page.getByRole('button', { name: 'Nästa: prova' }).click();

    await expect(page.getByText('Väntar på ditt SMS …')).toBeVisible();
    await program.call('practice.sms', { from: '+46701740629', text: 'Start.' });
    await expect(page.getByText('070-174 06 29 gick med')).toBeVisible({ timeout: 20_000 });
    await page.getByRole('link', { name: 'Öppna adressboken' }).click();

    await page.getByRole('link', { name: 'Skriv', exact: true }).click();
    await page.getByRole('textbox', { name: 'Text' }).fill('Samling kl 17');
    await page.getByRole('button', { name: 'Skicka 1 SMS' }).click();
    await program.call('settings.update', { patch: { undoSeconds: 0 } });
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Samling kl 17');

    const [book] = (await program.call('books.list')) as { dailySmsLimit: number; hasFunctionary: boolean }[];
    expect(book).toMatchObject({ dailySmsLimit: 500, hasFunctionary: true });
  });

  test('leaves a book behind when it is closed after the first step', async ({ page }) => {
    await page.goto(program.address);
    await page.getByRole('textbox', { name: 'Föreningens namn' }).fill('Rödd IF');
    await page.getByRole('button', { name: 'Nästa: modemet' }).click();
    await expect(page.getByText('Steg 2 av 4')).toBeVisible();
    await page.reload();
    await expect(page.getByText('Steg 2 av 4')).toBeVisible();
    await page.goto(program.address);
    expect(await program.call('books.list')).toMatchObject([{ name: 'Rödd IF' }]);
  });
});
