import { ADMINISTRATOR, entriesOf, openIssue, user } from './support/entries';
import { openAdministration, openMyData, openPanel } from './support/pages';
import { stageWith } from './support/window-of';

jest.setTimeout(180_000);

const { site, windowOf } = stageWith(() => [
  ...entriesOf(user(1).accountId, 4),
  ...entriesOf(user(2).accountId, 30),
]);

async function entriesKept(person: number): Promise<{ startedOn: string; seconds: number }[]> {
  const rows = (await site().dump()).filter((row) => row.entityName === 'time-entry');
  const entries = rows.map((row) => row.value as { accountId: string; startedOn: string; seconds: number });
  return entries.filter(({ accountId }) => accountId === user(person).accountId);
}

test('on the work item an entry is corrected in place, deleted with one click, and both are undone', async () => {
  const window = await windowOf({ accountId: user(3).accountId, locale: 'en-GB' });
  const { page, app, said } = window;
  await openPanel(window, openIssue(20).key);
  await app.getByLabel('Time spent').fill('1h 45m');
  await app.getByRole('button', { name: 'Log time' }).click();

  await app.getByRole('button', { name: /^Correct 1h 45m/ }).click();
  const form = app.getByRole('form', { name: /^Correct 1h 45m/ });
  await form.getByLabel('Time spent').fill('2h30');
  await form.getByRole('button', { name: 'Save' }).click();
  await app.getByText(/^Corrected to 2h 30m on/).waitFor();
  expect((await entriesKept(3)).map(({ seconds }) => seconds)).toEqual([9000]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await app.getByText('Undone.').waitFor();
  expect((await entriesKept(3)).map(({ seconds }) => seconds)).toEqual([6300]);

  await app.getByRole('button', { name: /^Delete 1h 45m/ }).click();
  await app.getByText(/1h 45m on .* deleted\./).waitFor();
  expect(await entriesKept(3)).toEqual([]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await app.getByRole('button', { name: /^Delete 1h 45m/ }).waitFor();
  expect((await entriesKept(3)).map(({ seconds }) => seconds)).toEqual([6300]);
  expect(said).toEqual([]);
});

test('a correction that the app refuses says why beside the field, and Escape leaves the entry as it is', async () => {
  const window = await windowOf({ accountId: user(4).accountId, locale: 'en-GB' });
  const { page, app } = window;
  await openPanel(window, openIssue(20).key);
  await app.getByLabel('Time spent').fill('1h');
  await app.getByRole('button', { name: 'Log time' }).click();
  await app.getByRole('button', { name: /^Correct 1h/ }).click();
  const form = app.getByRole('form', { name: /^Correct 1h/ });
  await form.getByLabel('Time spent').fill('8');
  await form.getByRole('button', { name: 'Save' }).click();
  await form.getByText('Choose hours or minutes').waitFor();
  await page.keyboard.press('Escape');
  await app.locator('[aria-label^="Correct 1h"]:focus').waitFor();
  expect((await entriesKept(4)).map(({ seconds }) => seconds)).toEqual([3600]);
});

test('on a phone the form stands in its row and over no other', async () => {
  const window = await windowOf({ accountId: user(1).accountId, locale: 'en-GB', width: 360 });
  const { app, said } = window;
  await openMyData(window);
  await app.getByRole('tab', { name: 'Entries' }).click();
  await app
    .getByRole('button', { name: /^Correct / })
    .first()
    .click();
  const form = app.getByRole('form', { name: /^Correct / });
  const row = await app.getByRole('row').filter({ has: form }).boundingBox();
  const box = await form.boundingBox();
  expect(box?.width).toBeGreaterThan(250);
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual((row?.y ?? 0) + (row?.height ?? 0));
  await form.getByLabel('Time spent').fill('19m');
  await form.getByRole('button', { name: 'Save' }).click();
  await app.getByRole('button', { name: /^Correct 19m on/ }).waitFor();
  expect(said).toEqual([]);
});

test('on My data entries are corrected in their row, and twenty that were deleted are put back', async () => {
  const window = await windowOf({ accountId: user(2).accountId, locale: 'en-GB' });
  const { page, app, said } = window;
  await openMyData(window);
  await app.getByRole('tab', { name: 'Entries' }).click();
  await app
    .getByRole('button', { name: /^Correct / })
    .first()
    .click();
  const form = app.getByRole('form', { name: /^Correct .*, APP-\d+ / });
  // Which entry that is still stands above the form.
  await app
    .getByRole('row')
    .filter({ has: form })
    .getByRole('link', { name: /^APP-\d+ / })
    .waitFor();
  await form.getByRole('button', { name: 'Cancel' }).click();
  await app.locator('[aria-label^="Correct "]:focus').click();
  await form.getByLabel('Time spent').fill('17m');
  await form.getByRole('button', { name: 'Save' }).click();
  await app.getByRole('button', { name: /^Correct 17m on/ }).waitFor();
  const before = await entriesKept(2);
  expect(before.filter(({ seconds }) => seconds === 17 * 60)).toHaveLength(1);

  // The message lies over the rows, and they move while the list is read again.
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await app.locator('.entry-table[aria-busy="false"]').waitFor();
  const ticks = app.getByRole('checkbox', { name: /^Select \d/ });
  for (let at = 0; at < 20; at += 1) await ticks.nth(at).check();
  await app.getByRole('button', { name: 'Delete selected' }).click();
  await app.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await app.getByText('20 entries deleted.').waitFor();
  expect(await entriesKept(2)).toHaveLength(10);
  await page.getByRole('button', { name: 'Undo' }).click();
  await app.getByText('Undone.').waitFor();
  expect(new Set((await entriesKept(2)).map((entry) => JSON.stringify(entry)))).toEqual(
    new Set(before.map((entry) => JSON.stringify(entry))),
  );
  await app.getByRole('button', { name: /^Correct 17m on/ }).waitFor();
  expect(said).toEqual([]);
});

test('an administrator corrects somebody’s entry for a reason that this person reads', async () => {
  const admin = await windowOf({ accountId: ADMINISTRATOR.accountId, locale: 'en-GB' });
  await openAdministration(admin);
  await admin.app.getByRole('button', { name: `Entries of ${user(1).displayName}` }).click();
  await admin.app.getByLabel('To correct wrong entries').check();
  await admin.app.getByRole('button', { name: 'Show entries' }).click();
  await admin.app
    .getByRole('button', { name: /^Correct / })
    .first()
    .click();
  const form = admin.app.getByRole('form', { name: /^Correct / });
  await form.getByLabel('Time spent').fill('11m');
  await form.getByRole('button', { name: 'Save' }).click();
  await admin.app.getByText(/^Corrected to 11m/).waitFor();
  expect((await entriesKept(1)).filter(({ seconds }) => seconds === 660)).toHaveLength(1);

  const window = await windowOf({ accountId: user(1).accountId, locale: 'en-GB' });
  await openMyData(window);
  await window.app.getByText('Entries corrected').waitFor();
  await openPanel(window, openIssue(0).key);
  await window.app.getByText(/^An administrator looked at or changed your data on /).waitFor();
  expect(window.said).toEqual([]);
});
