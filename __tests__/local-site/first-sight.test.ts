import type { FrameLocator } from 'playwright-core';
import type { LoggedTime } from '../../local/data/time-entry';
import { writeDuration } from '../../src/timesheet/duration';
import { fullDay } from '../../static/shared/dates';
import { ADMINISTRATOR, entriesOf, openIssue, user } from './support/entries';
import { openAdministration, openMyData, openPanel } from './support/pages';
import { stageWith } from './support/window-of';

jest.setTimeout(180_000);

const ENTRIES = 60;
const { site, windowOf } = stageWith(() => [
  ...entriesOf(user(0).accountId, ENTRIES),
  ...entriesOf(user(1).accountId, 101),
  ...entriesOf(user(2).accountId, 30),
  ...entriesOf(user(3).accountId, 3),
]);

async function entriesStored(person: number): Promise<number> {
  const rows = (await site().dump()).filter(({ entityName }) => entityName === 'time-entry');
  return rows.filter(({ value }) => (value as { accountId: string }).accountId === user(person).accountId)
    .length;
}

const openEntries = async (app: FrameLocator): Promise<void> => {
  await app.getByRole('tab', { name: 'Entries' }).click();
  await app
    .getByRole('checkbox', { name: /^Select \d/ })
    .first()
    .waitFor();
};

test('My data begins with time and days, and counts as many records as the export and the question before deleting', async () => {
  const window = await windowOf({ accountId: user(0).accountId, locale: 'en-GB' });
  const { page, app, said } = window;
  const listed = entriesOf(user(0).accountId, ENTRIES);
  const hours = listed.reduce((sum, { seconds }) => sum + seconds, 0) / 3600;
  await openMyData(window);
  const first = app.getByText(new RegExp(`^${ENTRIES} time entries, ${Math.floor(hours)}h`));
  expect(await first.innerText()).toMatch(/, \d+\u00a0\w+ \d{4} – \d+\u00a0\w+ \d{4}$/);
  await app.getByRole('button', { name: 'Export my data' }).waitFor();
  expect(await app.getByRole('heading', { level: 3, name: 'Registration' }).isVisible()).toBe(false);
  await app.getByText('Records the app needs to run').click();
  await app.getByRole('heading', { level: 3, name: 'Registration' }).waitFor();
  await app.getByText(/^\d years?$/).waitFor();

  const inAll = /^(\d+) records/.exec(await app.getByText(/^\d+ records in all/).innerText())?.[1];
  const download = page.waitForEvent('download');
  await app.getByRole('button', { name: 'Export my data' }).click();
  await download;
  await app.getByText(`${inAll} records, exactly as many as are stored`).waitFor();

  await app.getByRole('button', { name: 'Delete everything' }).click();
  await app.getByText('What is deleted, by kind of record').click();
  const going = app.getByRole('dialog').getByRole('definition');
  await going.first().waitFor();
  const counts = (await going.allInnerTexts()).map((text) => Number.parseInt(text, 10));
  expect(counts[0]).toBe(ENTRIES);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(Number(inAll));
  expect(said).toEqual([]);
});

test('the panel begins with a line of notice and the form, in sight on a phone, and asks nothing before', async () => {
  const window = await windowOf({ accountId: user(5).accountId, locale: 'en-GB' });
  const { page, app, said } = window;
  await page.setViewportSize({ width: 360, height: 640 });
  await openPanel(window, openIssue(20).key);
  const top = await app.locator('main').boundingBox();
  const submit = await app.getByRole('button', { name: 'Log time' }).boundingBox();
  const end = (submit?.y ?? 0) + (submit?.height ?? 0) - (top?.y ?? 0);
  expect(end).toBeGreaterThan(0);
  expect(end).toBeLessThan(400);
  expect(await app.getByRole('button', { name: 'I have read this' }).count()).toBe(0);
  await app.getByRole('link', { name: 'Your data and rights' }).click();
  await page.getByRole('heading', { level: 1, name: 'My data' }).waitFor();
  expect(said).toEqual([]);
});

test('the notice is asked about on My data, and no longer once it was read', async () => {
  const window = await windowOf({ accountId: user(3).accountId, locale: 'en-GB' });
  const { app, said } = window;
  await openMyData(window);
  await app.getByText('You have not confirmed yet that you have read the privacy notice.').waitFor();
  await app.getByRole('button', { name: 'Read the privacy notice' }).click();
  await app.getByRole('button', { name: 'I have read this' }).click();
  await app.getByText(/^You confirmed on .* that you have read this/).waitFor();
  expect(await app.getByText('You have not confirmed yet').count()).toBe(0);
  expect(said).toEqual([]);
});

test('who was looked at reads so at the top of My data, with the way to who and why', async () => {
  const other = await windowOf({ accountId: ADMINISTRATOR.accountId });
  await openAdministration(other);
  await other.app.getByRole('button', { name: `Entries of ${user(3).displayName}` }).click();
  await other.app.getByLabel('A legal duty').check();
  await other.app.getByRole('button', { name: 'Show entries' }).click();
  await other.app
    .getByRole('checkbox', { name: /^Select \d/ })
    .first()
    .waitFor();

  const window = await windowOf({ accountId: user(3).accountId, locale: 'en-GB' });
  const { app, said } = window;
  await openMyData(window);
  await app.getByText(/^An administrator looked at or changed your data on \d/).waitFor();
  await app.getByRole('tab', { name: 'Entries' }).click();
  await app.getByRole('button', { name: 'See what and why' }).click();
  await app.locator('#accesses-title:focus').waitFor();
  await app.getByRole('cell', { name: 'A legal duty' }).waitFor();
  expect(said).toEqual([]);
});

test('entries that a filter hides are said and unselected, and more than twenty ask for their number', async () => {
  const window = await windowOf({ accountId: user(2).accountId });
  const { app, said } = window;
  await openMyData(window);
  await openEntries(app);
  await app.getByRole('checkbox', { name: 'Select every entry on this page' }).first().check();
  await app.getByText(/^30 entries selected/).waitFor();
  await app.getByRole('button', { name: 'Delete selected' }).click();
  const dialog = app.getByRole('dialog');
  const confirm = dialog.getByRole('button', { name: 'Delete', exact: true });
  expect(await confirm.isDisabled()).toBe(true);
  await dialog.getByRole('button', { name: 'Delete everything instead' }).click();
  await dialog.getByText('What is deleted').waitFor();
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  await app.getByLabel('Work item key').fill(openIssue(0).key);
  await app.getByRole('button', { name: 'Filter', exact: true }).click();
  await app.getByText('24 of them hidden by the filter').waitFor();
  await app.getByRole('button', { name: 'Unselect hidden' }).click();
  await app.getByText(/^6 entries selected/).waitFor();
  await app.getByRole('button', { name: 'Show all' }).click();
  await app.getByRole('button', { name: 'Clear', exact: true }).click();
  const boxes = app.getByRole('checkbox', { name: /^Select \d/ });
  for (let at = 0; at < 21; at += 1) await boxes.nth(at).check();
  await app.getByRole('button', { name: 'Delete selected' }).click();
  expect(await dialog.getByRole('button', { name: 'Delete everything instead' }).count()).toBe(0);
  await dialog.getByLabel('Type 21 to confirm').fill('20');
  expect(await confirm.isDisabled()).toBe(true);
  await dialog.getByLabel('Type 21 to confirm').fill('21');
  await confirm.click();
  await app.getByText('21 entries deleted.').waitFor();
  expect(await entriesStored(2)).toBe(9);
  expect(said).toEqual([]);
});

test('last week’s hours are two clicks away on My data, and sums say of what they are', async () => {
  const window = await windowOf({ accountId: user(1).accountId, locale: 'en-GB' });
  const { app, said } = window;
  await openMyData(window);
  await openEntries(app);
  const table = app.getByRole('table', { name: 'Time entries' });
  const words = (entries: LoggedTime[]): string =>
    writeDuration(entries.reduce((sum, { seconds }) => sum + seconds, 0));
  const all = entriesOf(user(1).accountId, 101);
  await table.getByRole('row', { name: `Sum of this page ${words(all.slice(0, 50))}` }).waitFor();
  await table.getByRole('row', { name: `Sum of all ${words(all)}` }).waitFor();

  const lastWeek = app.getByRole('button', { name: 'Last week' });
  await lastWeek.click();
  await app.locator('[aria-pressed="true"]').waitFor();
  const from = await app.getByLabel('From').inputValue();
  const days = all.filter(({ startedOn }) => startedOn >= from).slice(-7);
  await table.getByRole('row', { name: `Sum of all that match ${words(days)}` }).waitFor();
  expect(await table.getByRole('rowgroup').count()).toBe(1 + 7 + 1);

  await app.getByRole('button', { name: 'Show all' }).click();
  await app.getByLabel('Order').selectOption('Oldest day first');
  const oldest = table.getByRole('rowheader', {
    name: fullDay(all.at(-1)?.startedOn ?? '', { locale: 'en-GB' }),
  });
  await oldest.waitFor();
  await table.getByRole('row', { name: `Sum of this page ${words(all.slice(-50))}` }).waitFor();
  expect(said).toEqual([]);
});

test('after the last entry of the last page is deleted, the page before is shown', async () => {
  const window = await windowOf({ accountId: user(1).accountId });
  const { app, said } = window;
  await openMyData(window);
  await openEntries(app);
  const next = app.getByRole('button', { name: 'Next' });
  await next.click();
  await app.getByText('51–100 of 101').waitFor();
  await next.click();
  await app.getByText('101–101 of 101').waitFor();
  await app.getByRole('checkbox', { name: /^Select \d/ }).check();
  await app.getByRole('button', { name: 'Delete selected' }).click();
  await app.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click();
  await app.getByText('1 entry deleted.').waitFor();
  await app.getByText('51–100 of 100').waitFor();
  expect(said).toEqual([]);
});
