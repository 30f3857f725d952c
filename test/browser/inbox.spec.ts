import { expect, type Page, test } from 'playwright/test';
import { type Headless, startHeadless } from '../support/headless.ts';

const AKE = '+46701740631';
const ARRIVES = { timeout: 20_000 };

test.describe('the inbox', () => {
  let program: Headless;
  test.beforeEach(async ({ page }) => {
    program = await startHeadless({ modem: 'demo' });
    await program.call('books.create', { name: 'Rödd IF' });
    await program.call('members.add', { bookId: 1, name: 'Åke Bergström', phone: AKE });
    await page.goto(program.address);
    await page.getByRole('link', { name: 'Inkorg' }).click();
    await expect(page.getByRole('heading', { name: 'Inget har kommit in än' })).toBeVisible();
  });
  test.afterEach(() => program.dispose());

  const open = async (page: Page, name: RegExp) => page.getByRole('link', { name }).click(ARRIVES);

  test('asks about almost STOPP, and takes the answer that Åke leaves only after a second yes', async ({ page }) => {
    await program.call('practice.sms', { from: AKE, text: 'stopp tack' });
    await open(page, /Vill Åke lämna/);
    await expect(page.getByText('Åke skrev ”stopp tack”.')).toBeVisible();
    await page.getByRole('button', { name: 'Ja, avanmäl Åke …' }).click();
    await expect(page.getByRole('button', { name: 'Låt Åke vara kvar' })).toBeFocused();
    await page.getByRole('button', { name: 'Avanmäl Åke', exact: true }).click();
    await expect(page.getByText('Bara Åke själv kan komma tillbaka: kopiera länken')).toBeVisible();
    await expect(page.getByRole('tab', { name: 'Att göra' })).toHaveText(/0$/);
  });

  test('answers one person, and only that person', async ({ page }) => {
    await program.call('practice.sms', { from: '+46701740677', text: 'Hej, är det här bordtennisen?' });
    await open(page, /bordtennisen/);
    await page.getByRole('textbox', { name: 'Svar till 070-174 06 77' }).fill('Nej, det är Rödd IF.');
    await page.getByRole('button', { name: 'Skicka 1 SMS' }).click();
    const talk = page.getByRole('region', { name: 'Samtal med 070-174 06 77' });
    await expect(talk.getByText('Nej, det är Rödd IF.')).toBeVisible(ARRIVES);
    await expect(talk.getByText('Meddelande ej skickat')).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Svar till 070-174 06 77' })).toHaveValue('');
  });

  test('says that letters cannot be answered', async ({ page }) => {
    await program.call('practice.sms', { from: 'Telia', text: 'Ditt saldo är 214 kr.' });
    await open(page, /Telia/);
    await expect(page.getByText('Avsändaren är ingen telefon, så det går inte att svara.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Skicka 1 SMS' })).toHaveCount(0);
  });

  test('never pushes what is read: what comes later waits behind a button', async ({ page }) => {
    await program.call('practice.sms', { from: '+46701740677', text: 'Första' });
    await expect(page.getByRole('link', { name: /Första/ })).toBeVisible(ARRIVES);
    await program.call('practice.sms', { from: '+46701740678', text: 'Andra' });
    await page.getByRole('button', { name: 'Visa 1 ny' }).click(ARRIVES);
    await expect(page.getByRole('link', { name: /Andra/ })).toBeVisible();
  });
});
