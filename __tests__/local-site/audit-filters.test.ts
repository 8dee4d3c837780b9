import { ADMINISTRATOR, entriesOf, user } from './support/entries';
import { violations } from './support/findings';
import { openAdministration } from './support/pages';
import { stageWith } from './support/window-of';

jest.setTimeout(180_000);

const OWNER = user(0);
const { windowOf } = stageWith(() => entriesOf(OWNER.accountId, 2));

test('an administrator narrows the audit log down, and the address and the file say so', async () => {
  const window = await windowOf({ accountId: ADMINISTRATOR.accountId, locale: 'en-GB' });
  const { app, page, said } = window;
  await openAdministration(window);
  for (const reason of ['To correct wrong entries', 'To look into a security incident']) {
    await app.getByRole('tab', { name: 'People' }).click();
    await app.getByRole('button', { name: `Entries of ${OWNER.displayName}` }).click();
    await app.getByLabel(reason).check();
    await app.getByRole('button', { name: 'Show entries' }).click();
    await app.getByRole('checkbox', { name: 'Select every entry on this page' }).waitFor();
    await openAdministration(window);
  }
  await app.getByRole('tab', { name: 'Audit log' }).click();
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
