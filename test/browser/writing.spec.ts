import { expect, type Page, test } from 'playwright/test';
import { type Headless, startHeadless } from '../support/headless.ts';

const names = ['Agnes Dahlström', 'Åke Bergström', 'Örjan Lind'];

/** A book on the practice modem, with three members. */
async function aClub(): Promise<Headless> {
  const program = await startHeadless({ modem: 'demo' });
  await program.call('books.create', { name: 'Rödd IF' });
  for (const [index, name] of names.entries()) {
    await program.call('members.add', { bookId: 1, name, phone: `070-174 06 1${index}`, labels: ['Ungdom'] });
  }
  return program;
}

const textField = (page: Page) => page.getByRole('textbox', { name: 'Text' });
const sendDock = (page: Page) => page.getByRole('region', { name: 'Skicka' });

test.describe('writing to the members', () => {
  let program: Headless;
  test.beforeAll(async () => {
    program = await aClub();
  });
  test.afterAll(() => program.dispose());
  test.beforeEach(async ({ page }) => {
    await page.goto(program.address);
    await page.getByRole('link', { name: 'Skriv', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Skriv till medlemmarna');
  });

  test('says how many get it and how, and the button repeats it', async ({ page }) => {
    await expect(sendDock(page)).toContainText('Skriv en text först');
    await expect(page.getByRole('button', { name: 'Skicka 3 SMS' })).toBeDisabled();
    await textField(page).fill('Samling kl 17');
    await expect(sendDock(page)).toContainText('3 personer får SMS.');
    await expect(page.getByRole('button', { name: 'Skicka 3 SMS' })).toBeEnabled();
  });

  test('shows the text as it arrives, with header and footer', async ({ page }) => {
    await textField(page).fill('Samling kl 17');
    const telephone = page.getByRole('region', { name: 'Så här ser det ut hos medlemmen' });
    await expect(telephone.last()).toContainText('*Rödd IF* Samling kl 17');
    await expect(telephone.last()).toContainText('Svara STOPP för att lämna');
  });

  test('marks the character that makes it dear and replaces it with one press', async ({ page }) => {
    const long = 'Träningen på torsdag flyttas till Åvallen kl 18.30 – ta med vattenflaska. Städdagen är kvar.';
    await textField(page).fill(long);
    await expect(page.getByText('gör varje SMS till')).toContainText('delar i stället för 1');
    await page.getByRole('button', { name: 'Byt till bindestreck' }).click();
    await expect(textField(page)).toHaveValue(long.replace('–', '-'));
    await expect(page.getByText('gör varje SMS till')).toHaveCount(0);
    await expect(page.getByText('1 del per SMS', { exact: true })).toBeVisible();
  });

  test('can be for one person, found by name', async ({ page }) => {
    await textField(page).fill('Hej');
    await page.getByRole('textbox', { name: 'Till' }).fill('örj');
    await page.getByRole('option', { name: /Örjan Lind/ }).click();
    await expect(sendDock(page)).toContainText('1 person får SMS.');
    await page.getByRole('button', { name: 'Ta bort Örjan Lind' }).click();
    await expect(sendDock(page)).toContainText('Välj vem som ska få det.');
  });

  test('keeps what was written when the page is left', async ({ page }) => {
    await textField(page).fill('Kvar sedan sist');
    await page.getByRole('link', { name: 'Utskick' }).click();
    await page.getByRole('link', { name: 'Skriv', exact: true }).first().click();
    await expect(textField(page)).toHaveValue('Kvar sedan sist');
  });
});

test.describe('a send-out', () => {
  let program: Headless;
  test.beforeEach(async () => {
    program = await aClub();
  });
  test.afterEach(() => program.dispose());

  async function send(page: Page, text: string): Promise<void> {
    await page.goto(program.address);
    await page.getByRole('link', { name: 'Skriv', exact: true }).click();
    await textField(page).fill(text);
    await page.getByRole('button', { name: 'Skicka 3 SMS' }).click();
  }

  test('is followed person by person until everyone has it', async ({ page }) => {
    await send(page, 'Samling kl 17');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Samling kl 17');
    await expect(page.getByRole('button', { name: '3 framme' })).toBeVisible({ timeout: 20_000 });
    for (const name of names) {
      await expect(page.getByRole('row', { name: new RegExp(`${name}.*Framme`) })).toBeVisible();
    }
  });

  test('can be undone in the seconds given for it, and then nobody gets it', async ({ page }) => {
    await program.call('settings.update', { patch: { undoSeconds: 60 } });
    await send(page, 'Fel text');
    await page.getByRole('button', { name: 'Ångra, ingen får något' }).click();
    await expect(page.getByRole('button', { name: '3 stoppade' })).toBeVisible();
    const phones = JSON.stringify(await program.call('practice.phones'));
    expect(phones).not.toContain('Fel text');
  });

  test('asks before it is stopped, with the mild way focused', async ({ page }) => {
    await program.call('outbox.pause');
    await send(page, 'Samling kl 17');
    await page.getByRole('button', { name: 'Stoppa de 3 som är kvar …' }).click();
    await expect(page.getByRole('button', { name: 'Låt det vänta' })).toBeFocused();
    await expect(page.getByRole('dialog')).toContainText('0 har redan fått det. 3 får det aldrig.');
    await page.getByRole('button', { name: 'Stoppa, 3 får inget' }).click();
    await expect(page.getByRole('button', { name: '3 stoppade' })).toBeVisible();
  });

  test('that the book wonders about is told on the first page, and can be thrown away', async ({ page }) => {
    await program.call('roles.add', { bookId: 1, role: 'writer', address: '070-999 00 01' });
    await program.call('practice.sms', { from: '+46709990001', text: 'Start av säsongen är på lördag' });
    await page.goto(program.address);
    await page.getByRole('link', { name: 'Läs och avgör' }).click({ timeout: 20_000 });
    await expect(page.getByText('Utskicket väntar på dig.')).toBeVisible();
    await page.getByRole('button', { name: 'Släng …' }).click();
    await page.getByRole('button', { name: 'Släng, ingen får det' }).click();
    await expect(page.getByText('Utskicket väntar på dig.')).toHaveCount(0);
  });
});
