import { strFromU8, unzipSync } from 'fflate';
import type { ExportedData } from '../../static/shared/export/exported-data';
import { ADMINISTRATOR, entriesOf, user } from './support/entries';
import { findingsOf, NOTHING_WRONG } from './support/findings';
import { openAdministration, openMyData } from './support/pages';
import { savedFile } from './support/saved-file';
import { stageWith } from './support/window-of';

jest.setTimeout(180_000);

const { windowOf } = stageWith(() => [
  ...entriesOf(user(0).accountId, 6),
  ...entriesOf(user(1).accountId, 3),
]);

async function askFor(accountId: string, type: string): Promise<void> {
  const person = await windowOf({ accountId });
  await openMyData(person);
  await person.app.getByRole('tab', { name: 'Requests' }).click();
  await person.app.getByLabel('What you request').selectOption(type);
  await person.app.getByRole('button', { name: 'Send the request' }).click();
  await person.app.getByText('Answer due by').waitFor();
}

test('what needs an administrator leads to where it is done, and a request for a copy to the export of that person', async () => {
  const { accountId, displayName } = user(0);
  await askFor(accountId, 'portability');
  const window = await windowOf({ accountId: ADMINISTRATOR.accountId, colorMode: 'auto' });
  const { page, app, said } = window;
  await openAdministration(window);
  const needed = app.getByRole('region', { name: /^Needs you/ });
  await needed.getByRole('button', { name: 'Choose it in the settings' }).click();
  await app.locator('#settings-title:focus').waitFor();
  await needed.getByRole('button', { name: 'Decide under Requests' }).click();
  await app.locator('#requests-title:focus').waitFor();
  await page.waitForURL(/\/requests$/);

  const asked = `A copy in a portable form, ${displayName}`;
  await app.getByRole('button', { name: `Export the data: ${asked}` }).click();
  await page.waitForURL(/\/requests\/[0-9a-f]{20}\?for=export$/);
  await page.reload();
  await app.getByText(`Why are you exporting the data of ${displayName}?`).waitFor();
  // The reason that fits is chosen, and nothing is exported before it is confirmed.
  expect(await app.getByLabel('The person requested it').isChecked()).toBe(true);
  const file = await savedFile(page, () => app.getByRole('button', { name: 'Export the data' }).click());
  const end = accountId.replace(/[^A-Za-z0-9]/g, '').slice(-6);
  expect(file.name).toMatch(new RegExp(`^data-of-${end}-\\d{4}-\\d\\d-\\d\\d\\.zip$`));
  const cover = strFromU8(unzipSync(file.bytes)['index.html'] ?? new Uint8Array());
  expect(cover).toContain(`<h1>Data of ${displayName} in Privacy Center for Jira</h1>`);
  expect(cover).toContain(`In these texts, “you” means ${displayName}.`);
  await app.getByText(`The data of ${displayName} was exported`).waitFor();

  await app.getByText('Export a part', { exact: true }).click();
  await app.getByLabel('First day').fill('2020-01-01');
  await app.getByLabel('Last day').fill('2020-01-31');
  const part = await savedFile(page, () => app.getByRole('button', { name: 'Export these days' }).click());
  expect(part.name).toMatch(new RegExp(`^data-part-of-${end}-`));
  const files = unzipSync(part.bytes);
  expect(strFromU8(files['index.html'] ?? new Uint8Array())).toContain(
    `A part of the data of ${displayName}`,
  );
  const { range, dataSets } = JSON.parse(strFromU8(files['data.json'] ?? new Uint8Array())) as ExportedData;
  expect(range).toEqual({ entries: 'of-days', from: '2020-01-01', to: '2020-01-31' });
  expect(dataSets.find(({ dataSet }) => dataSet === 'time-entry')?.records).toEqual([]);
  await app.getByText(`Some entries of ${displayName} were exported`).waitFor();

  await app
    .getByRole('navigation', { name: 'Breadcrumbs' })
    .getByRole('button', { name: 'Requests' })
    .click();
  await app.locator('#requests-title:focus').waitFor();
  await app.getByRole('button', { name: `Approve: ${asked}` }).click();
  await app.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
  await page.getByText('The request is approved.').waitFor();
  await app.getByLabel('Show').selectOption('done');
  await app.getByRole('button', { name: `Export the data: ${asked}` }).click();
  await page.waitForURL(/\?for=export&status=done$/);
  await app
    .getByRole('navigation', { name: 'Breadcrumbs' })
    .getByRole('button', { name: 'Requests' })
    .click();
  await page.waitForURL(/\/requests\?status=done$/);
  await app.getByRole('button', { name: `Export the data: ${asked}` }).waitFor();
  expect(page.url()).not.toContain(accountId);
  expect(said).toEqual([]);
});

test('a request for a restriction leads to it, and the list has nothing wrong: wide, dark and narrow', async () => {
  const { accountId, displayName } = user(1);
  await askFor(accountId, 'restriction');
  const window = await windowOf({ accountId: ADMINISTRATOR.accountId, colorMode: 'auto' });
  const { app } = window;
  await openAdministration(window);
  await app.getByRole('tab', { name: 'Requests' }).click();
  await app.getByRole('button', { name: `See the restriction: Restriction of use, ${displayName}` }).click();
  await app.getByRole('button', { name: 'Continue' }).click();
  await app.getByRole('heading', { name: 'Restriction', exact: true }).waitFor();
  await app
    .getByRole('navigation', { name: 'Breadcrumbs' })
    .getByRole('button', { name: 'Requests' })
    .click();
  await app.locator('#requests-title:focus').waitFor();
  expect(await findingsOf(window)).toEqual(NOTHING_WRONG);
});

test('what an administrator is asked about somebody’s data names this person', async () => {
  const { displayName } = user(1);
  const window = await windowOf({ accountId: ADMINISTRATOR.accountId });
  const { page, app, said } = window;
  await openAdministration(window);
  await app.getByRole('button', { name: `Entries of ${displayName}` }).click();
  await app.getByLabel('To correct wrong entries').check();
  await app.getByRole('button', { name: 'Show entries' }).click();
  await app
    .getByRole('checkbox', { name: /^Select \d/ })
    .first()
    .check();
  await app.getByRole('button', { name: 'Delete selected' }).click();
  await app.getByRole('dialog', { name: `Delete 1 entry of ${displayName}?` }).waitFor();
  await app.getByRole('button', { name: 'Cancel' }).click();
  await app.getByRole('button', { name: `Delete all data of ${displayName}` }).click();
  await app.getByLabel('The person requested it').check();
  await app.getByRole('button', { name: 'Continue to deletion' }).click();
  const dialog = app.getByRole('dialog', { name: `Delete everything about ${displayName}?` });
  await dialog.getByText(`do not contain the account ID of ${displayName}`).waitFor();
  await dialog.getByText(`Receipt code for the deletion of the data of ${displayName}`).waitFor();
  const file = await savedFile(page, () => dialog.getByRole('button', { name: 'Save the code' }).click());
  expect(file.name).toMatch(/^receipt-code-of-[A-Za-z0-9]{6}-/);
  expect(strFromU8(file.bytes)).toMatch(`Receipt code for the deletion of the data of ${displayName} in`);
  // What is folded is what the person reads, and says so.
  expect(await dialog.innerText()).not.toMatch(/\byour (data|entries|account)/i);
  expect(said).toEqual([]);
});
