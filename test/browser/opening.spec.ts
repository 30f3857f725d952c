import { expect, test } from 'playwright/test';
import { type Headless, startHeadless } from '../support/headless.ts';

test.describe('opening the program in a browser', () => {
  let program: Headless;
  test.beforeAll(async () => {
    program = await startHeadless({ modem: 'none' });
  });
  test.afterAll(() => program.dispose());

  test('breaks no rule of its own policy, and leaves no token in the address', async ({ page }) => {
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(program.address);
    await expect(page.locator('#root')).not.toBeEmpty();
    await expect(page).not.toHaveURL(/token/);
    await expect(page).toHaveTitle(/Samband/);
    expect(complaints).toEqual([]);
  });

  test('lets a ticket in once', async ({ browser }) => {
    const answer = await fetch(`${program.url}/api/ticket`, {
      method: 'POST',
      headers: { authorization: `Bearer ${program.token}` },
    });
    const { ticket } = JSON.parse(await answer.text()).value;
    const statuses: number[] = [];
    for (const _ of ['first', 'second']) {
      const context = await browser.newContext();
      const page = await context.newPage();
      const exchanged = page.waitForResponse(/\/api\/session$/);
      await page.goto(`${program.url}/#ticket=${ticket}`);
      statuses.push((await exchanged).status());
      await context.close();
    }
    expect(statuses).toEqual([200, 403]);
  });
});
