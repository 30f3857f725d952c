import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page, test } from 'playwright/test';
import { type Headless, startHeadless } from '../support/headless.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Where each page is, under a book, with a heading that tells that it has been drawn. */
const pages: readonly (readonly [path: string, heading: RegExp])[] = [
  ['', /./],
  ['write', /Skriv till medlemmarna/],
  ['members', /^Medlemmar$/],
  ['members/1', /Åke Bergström/],
  ['broadcasts', /./],
  ['inbox', /^Inkorg$/],
  [`inbox/${encodeURIComponent('+46701740631')}`, /Åke Bergström/],
  ['settings/signup', /Hur|Inställningar/],
  ['settings/people', /Skribenter/],
  ['settings/links', /Två länkar/],
  ['settings/frame', /Det boken lägger till/],
  ['settings/times', /Tyst tid/],
  ['settings/book', /^Boken$/],
  ['program/modem', /Modemet är redo/],
  ['program/mail', /brevlåda/],
  ['program/users', /^Användare$/],
  ['program/language', /Skydda datorn/],
  ['practice', /Övningstelefoner/],
  ['help', /./],
];

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found: unknown = await page.evaluate(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(
       ({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ target }) => target.join(' ')).join(', ')))`,
  );
  return Array.isArray(found) ? found.map(String) : ['axe gave no answer'];
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1280, 480]) {
    test.describe(`in ${colorScheme}, ${width} wide`, () => {
      test.use({ colorScheme, viewport: { width, height: 800 } });
      let program: Headless;
      test.beforeAll(async () => {
        program = await startHeadless({ modem: 'demo' });
        await program.call('books.create', { name: 'Rödd IF' });
        await program.call('members.add', {
          bookId: 1,
          name: 'Åke Bergström',
          phone: '070-174 06 31',
          labels: ['Ledare'],
        });
        await program.call('roles.add', { bookId: 1, role: 'functionary', address: '070-174 06 88' });
        await program.call('practice.sms', { from: '+46701740631', text: 'stopp tack' });
        await expect(async () => expect(await program.call('todos.list')).toHaveLength(1)).toPass();
      });
      test.afterAll(() => program.dispose());

      test('no page breaks a rule that a machine can see', async ({ page }) => {
        test.setTimeout(120_000);
        await page.goto(program.address);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        const broken: string[] = [];
        for (const [path, heading] of pages) {
          await page.goto(`${program.url}/#/book/1/${path}`);
          await expect(page.getByRole('heading', { name: heading }).first()).toBeVisible();
          broken.push(...(await violations(page)).map((violation) => `${path}: ${violation}`));
        }
        expect(broken).toEqual([]);
      });

      test('nor does the first run', async ({ page }) => {
        await page.goto(program.address);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await page.goto(`${program.url}/#/first`);
        await expect(page.getByRole('heading', { name: 'Vad ska den nya adressboken heta?' })).toBeVisible();
        expect(await violations(page)).toEqual([]);
      });
    });
  }
}
