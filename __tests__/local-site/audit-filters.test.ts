import type { Locator } from 'playwright-core';
import { ADMINISTRATOR, entriesOf, user } from './support/entries';
import { violations } from './support/findings';
import type { PersonsWindow } from './support/open-browser';
import { openAdministration } from './support/pages';
import { stageWith } from './support/window-of';

jest.setTimeout(180_000);

const OWNER = user(0);
const { windowOf } = stageWith(() => entriesOf(OWNER.accountId, 2));

/** Opens the audit log after administrators have looked at somebody's entries for these reasons. */
async function openAuditLog(window: PersonsWindow, reasons: readonly string[]): Promise<void> {
  const { app } = window;
  await openAdministration(window);
  for (const reason of reasons) {
    await app.getByRole('tab', { name: 'People' }).click();
    await app.getByRole('button', { name: `Entries of ${OWNER.displayName}` }).click();
    await app.getByLabel(reason).check();
    await app.getByRole('button', { name: 'Show entries' }).click();
    await app.getByRole('checkbox', { name: 'Select every entry on this page' }).waitFor();
    await openAdministration(window);
  }
  await app.getByRole('tab', { name: 'Audit log' }).click();
}

/** Presses as long as a hand does: with what moves meanwhile, the press comes to nothing. */
async function press({ page }: PersonsWindow, button: Locator): Promise<void> {
  await button.hover();
  await page.mouse.down();
  await page.waitForTimeout(100);
  await page.mouse.up();
}

test('an administrator narrows the audit log down, and the address and the file say so', async () => {
  const window = await windowOf({ accountId: ADMINISTRATOR.accountId, locale: 'en-GB' });
  const { app, page, said } = window;
  await openAuditLog(window, ['To correct wrong entries', 'To look into a security incident']);
  const rows = app.getByRole('row');
  await app.getByRole('cell', { name: 'To correct wrong entries' }).waitFor();
  const filter = app.getByRole('search', { name: 'Filter the audit log' });
  await filter.getByLabel('Reason').selectOption('To look into a security incident');
  await filter.getByLabel('Who did it').selectOption('An administrator');
  await filter.getByRole('button', { name: 'Filter' }).click();
  await app.getByRole('cell', { name: 'To correct wrong entries' }).waitFor({ state: 'detached' });
  expect(await rows.count()).toBe(2);
  expect(page.url()).toMatch(/audit\?role=administrator&reason=security/);
  expect(await violations(window)).toEqual([]);

  const download = page.waitForEvent('download');
  await app.getByRole('button', { name: 'Save these lines as CSV' }).click();
  expect((await download).suggestedFilename()).toMatch(/^audit-log_role-administrator_reason-security_/);

  await page.reload();
  await filter.getByLabel('To', { exact: true }).fill('2020-01-01');
  await filter.getByRole('button', { name: 'Filter' }).click();
  await app.getByText('No line fits this filter.').waitFor();
  await filter.getByRole('button', { name: 'Show all' }).click();
  await app.getByRole('cell', { name: 'To correct wrong entries' }).waitFor();
  expect(await filter.getByLabel('To', { exact: true }).inputValue()).toBe('');

  await filter.getByLabel('From').focus();
  await page.keyboard.type('11');
  await page.keyboard.press('Enter');
  await filter.getByText('Enter the full date: day, month and year.').waitFor();
  await filter.locator('input[aria-invalid="true"]:focus').waitFor();
  await filter.getByLabel('From').fill('2020-01-01');
  await filter.getByRole('button', { name: 'Filter' }).click();
  await filter.getByRole('button', { name: 'Show all' }).click();
  expect(await filter.locator('[aria-invalid="true"]').count()).toBe(0);
  expect(said).toEqual([]);
});

test.each([1280, 360])(
  'a press is carried out though words beside a field come and go, at %d px',
  async (width) => {
    const window = await windowOf({ accountId: ADMINISTRATOR.accountId, locale: 'en-GB' });
    const { app, page, said } = window;
    await openAuditLog(window, ['To correct wrong entries']);
    await page.setViewportSize({ width, height: 800 });
    const filter = app.getByRole('search', { name: 'Filter the audit log' });
    const button = filter.getByRole('button', { name: 'Filter' });
    const from = filter.getByLabel('From');
    await from.focus();
    await page.keyboard.type('11');
    await press(window, button);
    await filter.getByText('Enter the full date: day, month and year.').waitFor();
    await filter.locator('input[aria-invalid="true"]:focus').waitFor();

    await filter.getByLabel('Reason').selectOption('To correct wrong entries');
    await from.focus();
    await from.press('Backspace');
    await press(window, button);
    await page.waitForURL(/audit\?reason=correction$/);
    expect(await filter.locator('[aria-invalid="true"]').count()).toBe(0);
    expect(said).toEqual([]);
  },
);
