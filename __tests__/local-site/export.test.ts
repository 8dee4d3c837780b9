import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import { ADMINISTRATOR, entriesOf, user } from './support/entries';
import { findingsOf, NOTHING_WRONG } from './support/findings';
import { chooseFile, type ChosenFile } from './support/choose-file';
import { openAdministration, openMyData } from './support/pages';
import { savedFile } from './support/saved-file';
import { IN_FIREFOX } from './support/open-browser';
import { stageWith } from './support/window-of';

jest.setTimeout(180_000);

const { windowOf, site } = stageWith(() => [
  ...entriesOf(user(0).accountId, 12),
  ...entriesOf(user(1).accountId, 3),
  ...entriesOf(user(2).accountId, 20),
]);

interface Saved {
  name: string;
  zip: Uint8Array;
  bytes: (file: string) => Uint8Array;
  text: (file: string) => string;
}

async function savedBy(page: Page, click: () => Promise<void>): Promise<Saved> {
  const file = await savedFile(page, click);
  const files = unzipSync(file.bytes);
  const bytes = (name: string): Uint8Array => files[name] ?? new Uint8Array();
  return { name: file.name, zip: file.bytes, bytes, text: (name) => strFromU8(bytes(name)) };
}

test('the files of an export are made for whoever reads them, in their language', async () => {
  const window = await windowOf({ accountId: user(0).accountId, locale: 'de-DE' });
  const { page, app, said } = window;
  await openMyData(window);
  const saved = await savedBy(page, () =>
    app.getByRole('button', { name: 'Meine Daten exportieren' }).click(),
  );
  expect(saved.name).toMatch(/^meine-daten-\d{4}-\d\d-\d\d\.zip$/);

  const table = Papa.parse<Record<string, string>>(saved.text('time-entry.csv'), {
    header: true,
    skipEmptyLines: true,
    delimiter: ';',
  });
  expect(table.errors).toEqual([]);
  expect([...saved.bytes('time-entry.csv').slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(table.data).toHaveLength(12);
  for (const row of table.data) {
    const {
      Vorgangsschlüssel: key = '',
      'Titel des Vorgangs': title,
      Bereich: space,
      Stunden: hours = '',
      seconds,
    } = row;
    expect(key).toMatch(/^[A-Z]+-\d+$/);
    expect([title, space]).not.toContain('');
    expect(Number(hours.replace(',', '.'))).toBeCloseTo(Number(seconds) / 3600, 3);
  }
  const totals = Papa.parse<Record<string, string>>(saved.text('day-totals.csv'), {
    header: true,
    skipEmptyLines: true,
    delimiter: ';',
  });
  const days = new Set(table.data.map(({ startedOn }) => startedOn));
  expect(totals.data.map(({ Tag }) => Tag).sort()).toEqual([...days].sort());
  expect(saved.text('index.html')).toContain('<p class="lead">12 Zeiteinträge, ');

  await app.getByText('Falls keine Datei erschienen ist').click();
  const shown = await app.getByLabel('Text von data.json').inputValue();
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
    await app.getByLabel('The person requested').check();
    await app.locator('form.reason-form button[type="submit"]').click();
  });
  expect(saved.name).toMatch(/^data-of-[A-Za-z0-9]{1,6}-\d{4}-\d\d-\d\d\.zip$/);
  expect(accountId.replace(/[^A-Za-z0-9]/g, '')).toContain(saved.name.split('-')[2]);
  expect(saved.text('index.html')).toContain(`<h1>Data of ${displayName} in Privacy Center for Jira</h1>`);
  expect(said).toEqual([]);
});

/** The file as somebody chooses it. */
const chosen = ({ name, zip }: Saved): ChosenFile => ({
  name,
  mimeType: 'application/zip',
  buffer: Buffer.from(zip),
});

interface Data {
  range: { entries: string };
  dataSets: Array<{ dataSet: string; records: object[] }>;
}
const entriesIn = (saved: Saved): object[] =>
  (JSON.parse(saved.text('data.json')) as Data).dataSets.find(({ dataSet }) => dataSet === 'time-entry')
    ?.records ?? [];

/** What the person's entries say, without the IDs that they have. */
const told = (records: object[]): string[] =>
  records
    .map((record) => {
      const { issueId, startedOn, seconds, createdAt } = record as Record<string, unknown>;
      return [issueId, startedOn, seconds, createdAt].join(' ');
    })
    .sort();

test('what was exported is imported again after everything was deleted, and a part is a part', async () => {
  const { accountId } = user(2);
  const window = await windowOf({ accountId, locale: 'en-GB', colorMode: 'auto', keepsThirdPartyData: true });
  const { page, app, said } = window;
  const all = () => savedBy(page, () => app.getByRole('button', { name: 'Export my data' }).click());
  await openMyData(window);
  const whole = await all();
  expect(entriesIn(whole)).toHaveLength(20);

  await app.getByRole('tab', { name: 'Export and import' }).click();
  const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  await app.getByLabel('Last day').fill(yesterday);
  await app.getByLabel('First day').focus();
  await page.keyboard.type('11');
  await page.keyboard.press('Enter');
  await app.getByText('Enter the full date: day, month and year.').waitFor();
  await app.getByLabel('First day').fill(yesterday);
  const part = await savedBy(page, () => app.getByLabel('Last day').press('Enter'));
  expect(part.name).toMatch(/^my-data-part-/);
  expect(entriesIn(part)).toHaveLength(1);
  expect(JSON.parse(part.text('data.json'))).toMatchObject({ range: { from: yesterday, to: yesterday } });
  await app.getByText('1 of 20 time entries that are stored').waitFor();
  await app.getByLabel('Entries added or corrected since').check();
  const rest = await savedBy(page, () => chooseFile(app.getByLabel('Earlier exports'), chosen(part)));
  expect(entriesIn(rest)).toHaveLength(19);
  await app.getByText(`Chosen: ${part.name}`).waitFor();

  await app.getByRole('button', { name: 'Delete everything' }).click();
  // Before it is counted what would go, Enter deletes nothing.
  await app.getByText('What is deleted').waitFor();
  await app.getByLabel(/Type DELETE/).fill('DELETE');
  await app.getByLabel(/Type DELETE/).press('Enter');
  await app.getByText(/Next check:/).waitFor();
  await site().change('/clock', { advanceMs: 15 * 60_000 });
  await openMyData(window);
  await app.getByText('This app stores no records about you').waitFor();

  await app.getByRole('tab', { name: 'Export and import' }).click();
  const choice = app.getByLabel('Choose an export');
  await app.getByText('No file chosen').waitFor();
  const other = { name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('[1e308]') };
  await chooseFile(choice, other);
  await app.getByText('This is not an export of this app').waitFor();
  await app.getByText('Chosen: x.json').waitFor();
  await chooseFile(choice, chosen(part));
  await app.getByText('1 new entry, ').waitFor();
  await app.getByRole('button', { name: 'Import 1 entry' }).click();
  await app.getByText('1 entry imported').waitFor();
  await chooseFile(choice, chosen(whole));
  await app.getByText('19 new entries, ').waitFor();
  await app.getByText('You already have 1 entry of the file here.').waitFor();
  expect(await findingsOf(window)).toEqual({ ...NOTHING_WRONG, said });
  await page.setViewportSize({ width: 1280, height: 800 });
  await app.getByRole('button', { name: 'Import 19 entries' }).click();
  await app.getByText('19 entries imported').waitFor();

  const again = await all();
  expect(told(entriesIn(again))).toEqual(told(entriesIn(whole)));
  await chooseFile(choice, chosen(whole));
  await app.getByText('No new entries').waitFor();
  expect(said).toEqual([]);
});

test('a file is chosen by keyboard or by press, its name is said and turns no words around it, and it can be chosen again', async () => {
  // Playwright hears no file chooser in a frame of Firefox.
  if (IN_FIREFOX) return;
  const window = await windowOf({ accountId: user(1).accountId, locale: 'en-GB' });
  const { page, app, said } = window;
  await openMyData(window);
  await app.getByRole('tab', { name: 'Export and import' }).click();
  const choice = app.getByLabel('Choose an export');
  const turning = { name: 'x \u202egpj.nosj', mimeType: 'application/json', buffer: Buffer.from('{}') };
  const choose = async (open: () => Promise<void>): Promise<void> => {
    const chooser = page.waitForEvent('filechooser');
    await open();
    await (await chooser).setFiles(turning);
    await app.getByText('This is not an export of this app').waitFor();
    await choice.and(app.locator(':enabled')).waitFor();
  };
  await choose(() => choice.press('Enter'));
  const name = app.locator('bdi', { hasText: 'nosj' });
  expect(await name.textContent()).toBe(turning.name);
  await choose(() => app.getByText('Choose a file').click({ force: true }));
  const describedBy = await choice.getAttribute('aria-describedby');
  expect(await app.locator(`[id="${describedBy}"]`).textContent()).toBe(`Chosen: ${turning.name}`);
  // What the browser itself says of the field agrees with it.
  expect(await choice.evaluate((input: HTMLInputElement) => input.files?.[0]?.name)).toBe(turning.name);
  expect(said).toEqual([]);
});
