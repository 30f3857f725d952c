import { expect, test } from 'playwright/test';
import { type Headless, startHeadless } from '../support/headless.ts';

test.describe('the settings', () => {
  let program: Headless;
  test.beforeEach(async ({ page }) => {
    program = await startHeadless({ modem: 'demo' });
    await program.call('books.create', { name: 'Rödd IF' });
    await program.call('members.add', { bookId: 1, name: 'Åke Bergström', phone: '070-174 06 31' });
    await page.goto(program.address);
    await page.getByRole('link', { name: 'Inställningar' }).click();
  });
  test.afterEach(() => program.dispose());

  test('say what would happen and why, without doing it', async ({ page }) => {
    const box = page.getByRole('complementary', { name: 'Prova utan att skicka' });
    await box.getByRole('textbox', { name: '… det här numret' }).fill('070-174 06 31');
    await box.getByRole('textbox', { name: '… SMS:ar' }).fill('STOPP');
    await expect(box.getByRole('heading', { name: 'Åke avanmäls i samma stund.' })).toBeVisible();
    await expect(box.getByText('Texten är STOPP.')).toBeVisible();
    expect(await program.call('members.list', { bookId: 1, status: 'active' })).toMatchObject({ total: 1 });
  });

  test('follow what is changed: with sign-up off a START is no sign-up', async ({ page }) => {
    const box = page.getByRole('complementary', { name: 'Prova utan att skicka' });
    await box.getByRole('textbox', { name: '… det här numret' }).fill('070-174 06 90');
    await box.getByRole('textbox', { name: '… SMS:ar' }).fill('START');
    await expect(box.getByRole('heading', { name: '070-174 06 90 går med.' })).toBeVisible();
    await page.getByRole('radio', { name: 'Bara du lägger till' }).check();
    await expect(box.getByText('boken tar inte emot nya medlemmar så')).toBeVisible();
  });

  test('count a reply while it is written, and keep it when the field is left', async ({ page }) => {
    const reply = page.getByRole('textbox', { name: 'Redan medlem' });
    await reply.fill('Du är redan med.');
    await expect(page.getByText('16 tecken, 1 del per SMS')).toBeVisible();
    await reply.blur();
    await expect(async () =>
      expect(await program.call('books.get', { id: 1 })).toMatchObject({
        replies: { already: { on: true, text: 'Du är redan med.' } },
      }),
    ).toPass();
  });

  test('urge a book without a functionary to get one, and mute a kind of notice', async ({ page }) => {
    await page.getByRole('tab', { name: 'Människor' }).click();
    await expect(page.getByText('Ingen får veta vad som händer i boken.')).toBeVisible();
    await page.getByRole('button', { name: 'Lägg till funktionär' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('070-174 06');
    await dialog.getByRole('button', { name: 'Lägg till' }).click();
    await expect(dialog.getByText('Numret går inte att läsa.')).toBeVisible();
    await dialog.getByRole('textbox').fill('070-174 06 88');
    await dialog.getByRole('button', { name: 'Lägg till' }).click();
    const tick = page.getByRole('checkbox', { name: '070-174 06 88 får veta: Utskick' });
    await tick.uncheck();
    await expect(async () =>
      expect(await program.call('roles.list', { bookId: 1 })).toContainEqual(
        expect.objectContaining({ address: '+46701740688', muted: ['broadcast'] }),
      ),
    ).toPass();
  });

  test('speak English at once when told to', async ({ page }) => {
    await page.getByRole('link', { name: 'Programmet' }).click();
    await page.getByRole('tab', { name: 'Språk och förening' }).click();
    await page.getByRole('combobox', { name: 'Språk i Samband' }).click();
    await page.getByRole('option', { name: 'English' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Settings of the program');
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  });
});

test.describe('the modem page', () => {
  let program: Headless;
  test.beforeEach(async () => {
    program = await startHeadless({ modem: 'demo' });
    await program.call('books.create', { name: 'Rödd IF' });
  });
  test.afterEach(() => program.dispose());

  test('shows the way whole, and where it breaks when the modem is pulled out', async ({ page }) => {
    await page.goto(program.address);
    await page.getByRole('link', { name: /^Nummer/ }).click();
    await expect(page.getByRole('heading', { name: 'Modemet är redo.' })).toBeVisible({ timeout: 20_000 });
    await program.call('practice.unplug', { unplugged: true });
    await expect(page.getByRole('heading', { name: 'Modemet är urkopplat: sätt i det igen.' })).toBeVisible({
      timeout: 20_000,
    });
    const chain = page.getByRole('list', { name: 'Vägen från datorn till mobilnätet' });
    await expect(chain.getByRole('listitem').nth(1)).toContainText('Här bryts vägen');
    await expect(chain.getByText('Här bryts vägen')).toHaveCount(1);
    await program.call('practice.unplug', { unplugged: false });
    await expect(page.getByRole('heading', { name: 'Modemet är redo.' })).toBeVisible({ timeout: 40_000 });
  });
});
