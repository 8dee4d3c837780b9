import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import { ADMINISTRATOR, entriesOf, user } from './support/entries';
import { openAdministration, openMyData } from './support/pages';
import { savedFile } from './support/saved-file';
import { stageWith } from './support/window-of';

jest.setTimeout(180_000);

const { windowOf } = stageWith(() => [
  ...entriesOf(user(0).accountId, 12),
  ...entriesOf(user(1).accountId, 3),
]);

interface Saved {
  name: string;
  bytes: (file: string) => Uint8Array;
  text: (file: string) => string;
}

async function savedBy(page: Page, click: () => Promise<void>): Promise<Saved> {
  const file = await savedFile(page, click);
  const files = unzipSync(file.bytes);
  const bytes = (name: string): Uint8Array => files[name] ?? new Uint8Array();
  return { name: file.name, bytes, text: (name) => strFromU8(bytes(name)) };
}

test('the files of an export are made for whoever reads them, in their language', async () => {
  const window = await windowOf({ accountId: user(0).accountId, locale: 'de-DE' });
  const { page, app, said } = window;
  await openMyData(window);
  const saved = await savedBy(page, () => app.getByRole('button', { name: 'Export my data' }).click());
  expect(saved.name).toMatch(/^my-data-\d{4}-\d\d-\d\d\.zip$/);

  const table = Papa.parse<Record<string, string>>(saved.text('time-entry.csv'), {
    header: true,
    skipEmptyLines: true,
    delimiter: ';',
  });
  expect(table.errors).toEqual([]);
  expect([...saved.bytes('time-entry.csv').slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(table.data).toHaveLength(12);
  for (const { workItemKey = '', workItemTitle, space, hours = '', seconds } of table.data) {
    expect(workItemKey).toMatch(/^[A-Z]+-\d+$/);
    expect([workItemTitle, space]).not.toContain('');
    expect(Number(hours.replace(',', '.'))).toBeCloseTo(Number(seconds) / 3600, 3);
  }
  const totals = Papa.parse<Record<string, string>>(saved.text('day-totals.csv'), {
    header: true,
    skipEmptyLines: true,
    delimiter: ';',
  });
  const days = new Set(table.data.map(({ startedOn }) => startedOn));
  expect(totals.data.map(({ day }) => day).sort()).toEqual([...days].sort());
  expect(saved.text('index.html')).toContain('<p class="lead">12 time entries, ');

  await app.getByText('If no file appeared').click();
  const shown = await app.getByLabel('Text of data.json').inputValue();
  expect(JSON.parse(shown)).toEqual(JSON.parse(saved.text('data.json')));
  expect(said).toEqual([]);
});

test('an administrator’s export of somebody says whose it is, in its name and on its cover', async () => {
  const window = await windowOf({ accountId: ADMINISTRATOR.accountId, locale: 'en-GB' });
  const { page, app, said } = window;
  await openAdministration(window);
  const { accountId, displayName } = user(1);
  const saved = await savedBy(page, async () => {
    await app.getByRole('button', { name: `Export the data of ${displayName}` }).click();
    await app.getByLabel('The person asked').check();
    await app.locator('form.reason-form button[type="submit"]').click();
  });
  expect(saved.name).toMatch(/^data-of-[A-Za-z0-9]{1,6}-\d{4}-\d\d-\d\d\.zip$/);
  expect(accountId.replace(/[^A-Za-z0-9]/g, '')).toContain(saved.name.split('-')[2]);
  expect(saved.text('index.html')).toContain(`<h1>Data of ${displayName} in Privacy Center for Jira</h1>`);
  expect(said).toEqual([]);
});
