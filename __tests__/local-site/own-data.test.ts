import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import type { Locator } from 'playwright-core';
import { entriesOf, openIssue, user } from './support/entries';
import { IN_FIREFOX, type PersonsWindow } from './support/open-browser';
import { openMyData, openPanel } from './support/pages';
import { savedFile } from './support/saved-file';
import { stageWith } from './support/window-of';

jest.setTimeout(180_000);

const OWN_ENTRIES = 60;

/** Nothing of the app stays in a browser that keeps nothing for it, as Chromium is set here. */
const LAST_WORDS = IN_FIREFOX ? 'Save it now.' : 'This browser stores nothing for this page';
const { site, windowOf } = stageWith(() => [
  ...entriesOf(user(0).accountId, OWN_ENTRIES),
  ...entriesOf(user(1).accountId, 4),
  ...entriesOf(user(2).accountId, 7),
]);

interface Manifest {
  files: { name: string; bytes: number; sha256: string; records: number }[];
}

interface ExportedData {
  dataSets: { dataSet: string; records: Record<string, unknown>[] }[];
}

async function downloaded({ page, app }: PersonsWindow): Promise<Record<string, Uint8Array>> {
  const { name, bytes } = await savedFile(page, () =>
    app.getByRole('button', { name: 'Export my data' }).click(),
  );
  expect(name).toMatch(/^my-data-\d{4}-\d{2}-\d{2}\.zip$/);
  await app.getByText('Export complete').waitFor();
  return unzipSync(bytes);
}

function storedEntries(
  rows: Awaited<ReturnType<ReturnType<typeof site>['dump']>>,
  accountId: string,
): unknown[] {
  const values = rows.filter((row) => row.entityName === 'time-entry').map((row) => row.value);
  return values.filter((value) => (value as { accountId: string }).accountId === accountId);
}

/** Is wholly within a window of this height. */
async function expectInSight(what: Locator, height: number): Promise<void> {
  await what.waitFor();
  const box = await what.boundingBox();
  expect(box?.y).toBeGreaterThanOrEqual(0);
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
}

test('time logged on an issue is found on My data', async () => {
  const window = await windowOf({ accountId: user(1).accountId, locale: 'en-GB' });
  const { page, app, said } = window;
  await openPanel(window, openIssue(20).key);
  await app.getByLabel('Time spent').fill('1h 45m');
  await app.getByRole('button', { name: 'Log time' }).click();
  await app.getByText(/1h 45m logged on/).waitFor();
  await app.locator('button[type="submit"]:focus').waitFor();
  await app.getByRole('button', { name: /^Delete 1/ }).waitFor();
  expect(storedEntries(await site().dump(), user(1).accountId)).toHaveLength(5);

  await openMyData(window);
  await app.getByRole('tab', { name: 'Entries' }).click();
  await app.getByText(openIssue(20).summary).waitFor();
  await app.getByRole('row', { name: new RegExp(openIssue(20).key) }).waitFor();
  expect(await page.title()).toBe('My data - Local Jira');
  expect(said).toEqual([]);
});

test('a wrong date or duration is said beside its field, and nothing is kept', async () => {
  const window = await windowOf({ accountId: user(2).accountId });
  const { app, said } = window;
  await openPanel(window, openIssue(21).key);
  await app.getByLabel('Time spent').fill('a while');
  await app.getByRole('button', { name: 'Log time' }).click();
  await app.locator('[aria-invalid="true"]').waitFor();
  expect(await app.locator('[aria-invalid="true"]').getAttribute('name')).toBe('duration');
  expect(storedEntries(await site().dump(), user(2).accountId)).toHaveLength(7);
  expect(said).toEqual([]);
});

test('the export is a ZIP that agrees with its own manifest and with storage', async () => {
  const window = await windowOf({ accountId: user(0).accountId });
  await openMyData(window);
  const files = await downloaded(window);

  const read = (name: string): Uint8Array => files[name] ?? new Uint8Array();
  const manifest = JSON.parse(strFromU8(read('manifest.json'))) as Manifest;
  expect(manifest.files.map((file) => file.name).sort()).toEqual(
    Object.keys(files)
      .filter((name) => name !== 'manifest.json')
      .sort(),
  );
  for (const { name, bytes, sha256 } of manifest.files) {
    expect(read(name).byteLength).toBe(bytes);
    expect(createHash('sha256').update(read(name)).digest('hex')).toBe(sha256);
  }
  const data = JSON.parse(strFromU8(read('data.json'))) as ExportedData;
  const entries = data.dataSets.find((part) => part.dataSet === 'time-entry')?.records ?? [];
  expect(entries).toHaveLength(OWN_ENTRIES);
  const seconds = (list: unknown[]): number =>
    list.reduce<number>((sum, one) => sum + Number((one as { seconds: number }).seconds), 0);
  expect(seconds(entries)).toBe(seconds(storedEntries(await site().dump(), user(0).accountId)));
  expect(window.said).toEqual([]);
});

test('half a date in the filter is said, and the keyboard goes on where a button went', async () => {
  const window = await windowOf({ accountId: user(0).accountId });
  const { page, app, said } = window;
  await openMyData(window);
  await app.getByRole('tab', { name: 'Entries' }).click();
  await app.getByRole('button', { name: 'Next' }).click();
  await app.getByText('51–60 of 60').waitFor();
  await app.locator('button:focus', { hasText: 'Previous' }).waitFor();

  await app.getByLabel('From').focus();
  await page.keyboard.type('11');
  await page.keyboard.press('Enter');
  await app.getByText('Enter the full date: day, month and year.').waitFor();
  await app.locator('input[aria-invalid="true"]:focus').waitFor();
  await app.getByLabel('From').fill('2020-01-01');
  await app.getByRole('button', { name: 'Filter' }).click();
  await app.getByRole('button', { name: 'Show all' }).click();
  await app.locator('button:focus', { hasText: 'Filter' }).waitFor();
  expect(await app.locator('[aria-invalid="true"]').count()).toBe(0);
  expect(said).toEqual([]);
});

test('selected entries are deleted after a question', async () => {
  const window = await windowOf({ accountId: user(2).accountId });
  const { app, said } = window;
  await openMyData(window);
  await app.getByRole('tab', { name: 'Entries' }).click();
  const boxes = app.getByRole('checkbox', { name: /^Select \d/ });
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  await app.getByRole('button', { name: 'Delete selected' }).click();
  await app.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click();
  await app.getByText('2 entries deleted.').waitFor();
  await app.locator(':focus', { hasText: '2 entries deleted.' }).waitFor();
  expect(storedEntries(await site().dump(), user(2).accountId)).toHaveLength(5);
  expect(said).toEqual([]);
});

test.each([
  ['a phone', 360, 640],
  ['a low window', 1280, 480],
  ['a laptop at 200 %', 640, 450],
])(
  'in %s the question before deleting everything is whole, from its beginning on',
  async (_, width, height) => {
    const window = await windowOf({ accountId: user(2).accountId, width, height });
    const { page, app, said } = window;
    await openMyData(window);
    await app.getByRole('button', { name: 'Delete everything' }).click();
    const dialog = app.getByRole('dialog');
    await dialog.getByText('Your receipt code').waitFor();
    await expectInSight(dialog, height);
    await expectInSight(dialog.getByRole('heading', { name: 'Delete everything about you?' }), height);
    await expectInSight(dialog.getByText(/time entries and \d+ other records will be deleted/), height);
    await expectInSight(dialog.getByRole('button', { name: 'Cancel' }), height);

    await dialog.getByText(LAST_WORDS).scrollIntoViewIfNeeded();
    await page.keyboard.press('Tab');
    const typed = dialog.getByLabel(/Type DELETE/);
    await typed.fill('DELETED');
    await typed.press('Enter');
    await expectInSight(typed, height);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(said).toEqual([]);
  },
);

test('a question that is asked far down in a page opens where one looks, and offers a copy that is saved', async () => {
  const window = await windowOf({ accountId: user(0).accountId, height: 640 });
  const { page, app, said } = window;
  await openMyData(window);
  await app.getByRole('tab', { name: 'Entries' }).click();
  await app.getByRole('button', { name: 'Select all pages' }).click();
  await app.getByText('60 entries selected').waitFor();
  await app.getByRole('button', { name: 'Next' }).scrollIntoViewIfNeeded();
  // The button of the bar is out of sight by now; the keyboard gets to it without scrolling.
  await app
    .getByRole('button', { name: 'Delete selected' })
    .evaluate((button: HTMLButtonElement) => button.click());
  const dialog = app.getByRole('dialog');
  await expectInSight(dialog, 640);
  await dialog.getByRole('button', { name: 'Delete everything instead' }).click();
  await dialog.getByText('60 time entries').waitFor();
  const copy = await savedFile(page, () =>
    dialog.getByRole('button', { name: 'Export a copy first' }).click(),
  );
  expect(copy.name).toMatch(/^my-data-/);
  await dialog.getByText('Export complete').waitFor();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await app.getByText('Export complete').waitFor();
  expect(said).toEqual([]);
});

test('after “Delete everything” the store holds the account ID nowhere, and everyone else’s data as before', async () => {
  const { accountId } = user(0);
  const before = await site().dump();
  expect(JSON.stringify(before)).toContain(accountId);

  const window = await windowOf({ accountId, keepsThirdPartyData: true });
  const { page, app, said } = window;
  await openMyData(window);
  await app.getByRole('button', { name: 'Delete everything' }).click();
  const dialog = app.getByRole('dialog');
  await dialog.getByText('What is deleted').waitFor();
  const confirm = dialog.getByRole('button', { name: 'Delete everything' });
  expect(await confirm.isDisabled()).toBe(true);
  const code = await savedFile(page, () => dialog.getByRole('button', { name: 'Save the code' }).click());
  expect(strFromU8(code.bytes)).toMatch(/([0-9A-Z]{4}-){7}[0-9A-Z]{4}/);
  expect(await dialog.getByText('This browser stores nothing').count()).toBe(0);
  await dialog.getByLabel(/Type DELETE/).fill('delete');
  await dialog.getByLabel(/Type DELETE/).press('Enter');
  await app.getByText(/Deleting everything|Your data is deleted/).waitFor();
  await app.getByText(/Next check:/).waitFor();
  // The verification waits for lagging queries: the site's clock makes that short, and the page is come back to.
  await site().change('/clock', { advanceMs: 15 * 60_000 });
  await openMyData(window);
  await app.getByText('Your data is deleted').waitFor();
  await app.getByText('Your receipt code').waitFor();

  const after = await site().dump();
  expect(JSON.stringify(after)).not.toContain(accountId);
  for (const other of [user(1), user(2)]) {
    expect(storedEntries(after, other.accountId)).toEqual(storedEntries(before, other.accountId));
  }
  expect(said).toEqual([]);
});
