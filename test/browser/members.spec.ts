import { expect, type Page, test } from 'playwright/test';
import { type Headless, startHeadless } from '../support/headless.ts';

const ANNA = '+46701740629';
const ARRIVES = { timeout: 20_000 };

/** A book on the practice modem, approval as told, with two members. */
async function aClub(approval: boolean): Promise<Headless> {
  const program = await startHeadless({ modem: 'demo' });
  await program.call('books.create', { name: 'Rödd IF' });
  await program.call('books.update', { id: 1, patch: { approval } });
  await program.call('members.add', { bookId: 1, name: 'Åke Bergström', phone: '070-174 06 31', labels: ['Ledare'] });
  await program.call('members.add', { bookId: 1, name: 'Agnes Dahlström', phone: '070-174 06 05' });
  return program;
}

async function openMembers(page: Page, program: Headless): Promise<void> {
  await page.goto(program.address);
  await page.getByRole('link', { name: 'Medlemmar' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Medlemmar');
}

const tab = (page: Page, name: string) => page.getByRole('tab', { name });
const row = (page: Page, name: string) => page.getByRole('row', { name });

test.describe('the members page', () => {
  let program: Headless;
  test.afterEach(() => program.dispose());

  test('shows START and STOPP from a telephone as they come', async ({ page }) => {
    program = await aClub(false);
    await openMembers(page, program);
    await program.call('practice.sms', { from: ANNA, text: 'START' });
    await expect(row(page, '070-174 06 29')).toBeVisible(ARRIVES);
    await expect(tab(page, 'Medlemmar')).toHaveText(/3$/);

    await program.call('practice.sms', { from: ANNA, text: 'Stopp!' });
    await expect(tab(page, 'Avanmälda')).toHaveText(/1$/, ARRIVES);
    await expect(row(page, '070-174 06 29')).toHaveCount(0);
    await tab(page, 'Avanmälda').click();
    await row(page, '070-174 06 29').click();
    const panel = page.getByRole('complementary', { name: 'Utan namn' });
    await expect(panel.getByText('START', { exact: true }).first()).toBeVisible();
    await expect(panel.getByText('Stopp!').first()).toBeVisible();
    await expect(panel.getByText('Bara 070-174 06 29 själv kan komma tillbaka')).toBeVisible();
  });

  test('lets in who has waited, and says nothing to who is declined', async ({ page }) => {
    program = await aClub(true);
    await openMembers(page, program);
    await program.call('practice.sms', { from: ANNA, text: 'START' });
    await program.call('practice.sms', { from: '+46701740644', text: 'START' });
    await expect(tab(page, 'Väntar')).toHaveText(/2$/, ARRIVES);
    await tab(page, 'Väntar').click();
    await page.getByRole('button', { name: 'Godkänn 070-174 06 29' }).click();
    await page.getByRole('button', { name: 'Avböj 070-174 06 44' }).click();
    await expect(tab(page, 'Väntar')).toHaveText(/0$/);
    await expect(tab(page, 'Medlemmar')).toHaveText(/3$/);
    await expect(page.getByRole('heading', { name: 'Ingen väntar på godkännande' })).toBeVisible();
  });

  test('refuses to bring back who has left, and says what to do instead', async ({ page }) => {
    program = await aClub(false);
    await program.call('members.add', { bookId: 1, name: 'Anna Åkesson', phone: '070-174 06 29' });
    await program.call('practice.sms', { from: ANNA, text: 'STOPP' });
    await openMembers(page, program);
    await expect(tab(page, 'Avanmälda')).toHaveText(/1$/, ARRIVES);
    await page.getByRole('button', { name: 'Lägg till' }).click();
    const dialog = page.getByRole('dialog', { name: 'Lägg till en medlem' });
    await dialog.getByRole('textbox', { name: 'Mobilnummer' }).fill('070-174 06 29');
    await dialog.getByRole('button', { name: 'Lägg till' }).click();
    const refusal = dialog.getByRole('alert');
    await expect(refusal).toContainText('Anna lämnade');
    await expect(refusal).toContainText(
      'Bara Anna själv kan komma tillbaka: kopiera länken och skicka den från din egen telefon, Samband skickar inget till Anna.',
    );
    await refusal.getByRole('button', { name: 'Visa QR' }).click();
    await expect(refusal.getByRole('img', { name: /START/ })).toBeVisible();
  });

  test('finds by any part of the name or number, and writes to those ticked', async ({ page }) => {
    program = await aClub(false);
    await openMembers(page, program);
    await page.getByRole('searchbox').fill('berg');
    await expect(row(page, 'Agnes Dahlström')).toHaveCount(0);
    await expect(row(page, 'Åke Bergström')).toBeVisible();
    await page.getByRole('searchbox').fill('0701740605');
    await expect(row(page, 'Agnes Dahlström')).toBeVisible();
    await page.getByRole('checkbox', { name: 'Markera Agnes Dahlström' }).check();
    await expect(page.getByText('1 markerad', { exact: true })).toBeVisible();
    await page.getByRole('link', { name: 'Skriv till 1' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Skriv till medlemmarna');
  });

  test('opens a member by keyboard alone, and closes with Escape', async ({ page }) => {
    program = await aClub(false);
    await openMembers(page, program);
    await row(page, 'Agnes Dahlström').focus();
    await page.keyboard.press('ArrowDown');
    await expect(row(page, 'Åke Bergström')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('complementary', { name: 'Åke Bergström' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('complementary', { name: 'Åke Bergström' })).toHaveCount(0);
  });

  test('shows row by row what an import would leave out, before anything is done', async ({ page }) => {
    program = await aClub(false);
    await openMembers(page, program);
    await page.getByRole('button', { name: 'Importera' }).click();
    const dialog = page.getByRole('dialog');
    await dialog
      .getByRole('textbox')
      .fill('Namn\tMobil\nKalle Ny\t070-174 06 90\nBertil Ågren\t08-465 004 12\nTom Rad\t');
    await dialog.getByRole('button', { name: 'Se vad som händer' }).click();
    await expect(dialog.getByText('1 läggs till')).toBeVisible();
    await expect(dialog.getByRole('row', { name: /^3 Bertil Ågren.*Fast telefon/ })).toBeVisible();
    await expect(dialog.getByRole('row', { name: /^4 Tom Rad.*En av dem behövs/ })).toBeVisible();
    await expect(tab(page, 'Medlemmar')).toHaveText(/2$/);
    await dialog.getByRole('button', { name: 'Importera 1 medlem' }).click();
    await expect(dialog.getByText('1 ny medlem')).toBeVisible();
    await expect(tab(page, 'Medlemmar')).toHaveText(/3$/);
  });

  test('asks before anyone is removed, with the mild way focused', async ({ page }) => {
    program = await aClub(false);
    await openMembers(page, program);
    await page.getByRole('checkbox', { name: 'Markera alla' }).click();
    await page.getByRole('button', { name: 'Ta bort 2 …' }).click();
    await expect(page.getByRole('button', { name: 'Behåll dem' })).toBeFocused();
    await page.getByRole('button', { name: 'Ta bort 2 medlemmar' }).click();
    await expect(page.getByRole('heading', { name: 'Inga medlemmar än' })).toBeVisible();
  });
});
