import { expect, test } from 'playwright/test';
import { type Headless, startHeadless } from '../support/headless.ts';

const ARRIVES = { timeout: 20_000 };

test.describe('practice beside a real book', () => {
  let program: Headless;
  test.beforeAll(async () => {
    program = await startHeadless({ modem: 'none' });
    await program.call('books.create', { name: 'Rödd IF' });
  });
  test.afterAll(() => program.dispose());

  test('has telephones that text the number, and says why the book did what it did', async ({ page }) => {
    await page.goto(program.address);
    await page.getByRole('link', { name: 'Öva', exact: true }).click();
    await expect(page.getByText('Boken Rödd IF är orörd.')).toBeVisible(ARRIVES);
    await page.getByRole('button', { name: 'Lägg till en telefon' }).click();
    const phone = page.getByRole('region', { name: 'Telefonen som hör till 070-174 06' }).last();
    await phone.getByRole('textbox').fill('Start.');
    await phone.getByRole('button', { name: /^Skicka från/ }).click();
    await expect(phone).toContainText('Välkommen till Rödd IF', ARRIVES);
    await expect(page.getByText('Texten är START.')).toBeVisible();
    await expect(page.getByRole('listitem').filter({ hasText: 'Gå med: skriv START' })).toContainText('klart');

    const real = (await program.call('members.list', { bookId: 1 })) as { total: number };
    expect(real.total).toBe(0);
    await page.getByRole('link', { name: 'Avsluta övningen' }).click();
    await expect(page.getByText('Boken Rödd IF är orörd.')).toHaveCount(0);
  });
});
