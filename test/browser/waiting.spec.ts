import { expect, test } from 'playwright/test';
import { type Headless, startHeadless } from '../support/headless.ts';

const ARRIVES = { timeout: 20_000 };

test.describe('what waits, and what is not there yet', () => {
  let program: Headless;
  test.beforeAll(async () => {
    program = await startHeadless({ modem: 'demo' });
    await program.call('books.create', { name: 'Rödd IF' });
    await program.call('members.add', { bookId: 1, name: 'Agnes Dahlström', phone: '070-174 06 10' });
    await program.call('members.add', { bookId: 1, name: 'Åke Bergström', phone: '070-174 06 11' });
    await program.call('members.add', { bookId: 1, name: 'Elin Öberg', email: 'elin@example.se' });
  });
  test.afterAll(() => program.dispose());

  test('a text to one who may have meant STOPP waits for the secretary, and no time is promised', async ({ page }) => {
    await program.call('practice.sms', { from: '+46701740611', text: 'stopp tack' });
    await expect
      .poll(async () => ((await program.call('todos.list', { bookId: 1 })) as unknown[]).length, ARRIVES)
      .toBe(1);
    const { id } = (await program.call('broadcasts.send', { bookId: 1, text: 'Samling' })) as { id: number };
    await page.goto(`${program.address}`);
    await page.getByRole('link', { name: 'Utskick', exact: true }).click();
    await page.getByRole('link', { name: 'Samling' }).click();
    await expect(page).toHaveURL(new RegExp(`broadcasts/${id}$`));
    await expect(page.getByText('1 kvar, väntar på ditt svar')).toBeVisible(ARRIVES);
    await expect(page.getByText('Har skrivit något som kan betyda STOPP')).toBeVisible();
    await expect(page.getByRole('link', { name: /^Kö/ })).toContainText('1 SMS väntar på ditt svar');
  });

  test('the page to write on names those left out', async ({ page }) => {
    await page.goto(program.address);
    await page.getByRole('link', { name: 'Skriv', exact: true }).click();
    await expect(page.getByText('har bara e-post, och Samband skickar inte mejl än')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Visa Elin Öberg' })).toBeVisible();
  });

  test('the help answers what is asked first, and leads there', async ({ page }) => {
    await page.goto(program.address);
    await page.getByRole('link', { name: 'Hjälp', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Jag råkade skicka fel.' })).toBeVisible();
    await page.getByRole('link', { name: 'Visa skribenter och funktionärer' }).click();
    await expect(page.getByRole('heading', { name: 'Skribenter' })).toBeVisible();
  });

  test('the mailbox does not ask for what it would only refuse', async ({ page }) => {
    await page.goto(program.address);
    await page.getByRole('link', { name: 'Inställningar', exact: true }).click();
    await page.getByText('Programmet', { exact: true }).click();
    await page.getByRole('tab', { name: 'Brevlådan' }).click();
    await expect(page.getByText('läser och skickar inte mejl än')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Prova och spara' })).toBeDisabled();
  });
});

test('practice beside no book at all does not call a book untouched', async ({ page }) => {
  const program = await startHeadless({ modem: 'none' });
  try {
    await page.goto(program.address);
    await page.getByRole('textbox', { name: 'Föreningens namn' }).waitFor();
    await page.evaluate(() => {
      location.hash = '#/practice';
    });
    await expect(page.getByText('Boken här är påhittad.')).toBeVisible(ARRIVES);
    await expect(page.getByText(/Boken .* är orörd/)).toHaveCount(0);
  } finally {
    await program.dispose();
  }
});
