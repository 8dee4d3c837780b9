import type { StoredRow } from '../../local/storage';
import { rowsOf } from '../setup/rows-of';
import { ADMINISTRATOR, entriesOf, openIssue, user } from './support/entries';
import { overflow, violations } from './support/findings';
import type { PersonsWindow } from './support/open-browser';
import { openAdministration, openPanel } from './support/pages';
import { stageWith } from './support/window-of';

jest.setTimeout(180_000);

const DAY_MS = 86_400_000;
/** Four people with as much time each on the first five issues. */
const FOUR = [0, 1, 2, 3];
const { site, windowOf } = stageWith(() => FOUR.flatMap((nth) => entriesOf(user(nth).accountId, 5)));
const KEEP = /^Store time without names/;

/** The site works on by itself: looks until the store is as it should become. */
async function stored(asWanted: (rows: StoredRow[]) => boolean): Promise<void> {
  for (let looks = 0; !asWanted(await site().dump()); looks += 1) {
    if (looks === 100) throw new Error('The store did not become what it should.');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function openSettings(): Promise<PersonsWindow> {
  const window = await windowOf({ accountId: ADMINISTRATOR.accountId });
  await openAdministration(window);
  await window.app.getByRole('tab', { name: 'Settings' }).click();
  await window.app.getByLabel(KEEP).waitFor();
  return window;
}

test('totals are off, and an administrator who keeps them sees what would be added', async () => {
  const window = await openSettings();
  const { app, said } = window;
  expect(await app.getByLabel(KEEP).isChecked()).toBe(false);
  await app.getByLabel(KEEP).check();
  await app.getByLabel('Time entries: stored for').fill('30');
  await app.getByRole('button', { name: 'Save settings' }).click();
  await app.getByLabel(/Type DELETE MORE/).fill('DELETE MORE');
  await app.getByLabel(/Type DELETE MORE/).press('Enter');
  await app.getByText('These changes have not taken effect yet').waitFor();
  await app.getByText('Time without names: nothing has been added yet.').waitFor();
  expect(await violations(window)).toEqual([]);
  expect(said).toEqual([]);
});

test('entries that expire leave a line on the work item, for anyone who sees it, and no name', async () => {
  await site().change('/clock', { advanceMs: 40 * DAY_MS });
  await stored((rows) => rowsOf(rows, 'time-entry').length === 0);
  const totals = rowsOf(await site().dump(), 'issue-total');
  expect(totals).toHaveLength(5);
  for (const nth of FOUR) expect(JSON.stringify(totals)).not.toContain(user(nth).accountId);
  const window = await windowOf({ accountId: user(9).accountId, colorMode: 'dark', width: 360 });
  const { app, said } = window;
  await openPanel(window, openIssue(0).key);
  await app.getByRole('heading', { name: 'Time without names' }).waitFor();
  await app.getByText('1h', { exact: true }).waitFor();
  await app.getByText(/only a part of the time/).waitFor();
  expect(await violations(window)).toEqual([]);
  expect(await overflow(window)).toEqual([0, 0]);
  expect(said).toEqual([]);
});

test('the settings say how much there is, and that switching off deletes it; a day later it is gone', async () => {
  const window = await openSettings();
  const { app, said } = window;
  await app.getByText(/Time without names: \d+h.* on 5 work items\./).waitFor();
  await app.getByLabel(KEEP).uncheck();
  await app.getByText(/^24 hours after you save this, the app deletes the totals\./).waitFor();
  await app.getByRole('button', { name: 'Save settings' }).click();
  const dialog = app.getByRole('dialog', { name: 'Save settings that delete more?' });
  await dialog.getByText('The app then deletes all time without names. It cannot be restored.').waitFor();
  await dialog.getByLabel(/Type DELETE MORE/).fill('DELETE MORE');
  await dialog.getByRole('button', { name: 'Save settings' }).click();
  await app.getByText('These changes have not taken effect yet').waitFor();
  expect(await app.getByLabel(KEEP).isChecked()).toBe(true);
  expect(rowsOf(await site().dump(), 'issue-total')).toHaveLength(5);
  await site().change('/clock', { advanceMs: 2 * DAY_MS });
  await stored((rows) => rowsOf(rows, 'issue-total').length === 0);
  const panel = await windowOf({ accountId: user(9).accountId });
  await openPanel(panel, openIssue(0).key);
  expect(await panel.app.getByText('Time without names').count()).toBe(0);
  expect([...said, ...panel.said]).toEqual([]);
});
