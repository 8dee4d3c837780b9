import { ADMINISTRATOR, entriesOf, openIssue, user } from './support/entries';
import { violations } from './support/findings';
import { openAdministration, openMyData, openPanel } from './support/pages';
import { stageWith } from './support/window-of';

jest.setTimeout(180_000);

const OWNER = user(0);
const { site, windowOf } = stageWith(() => entriesOf(OWNER.accountId, 2));

const asOwner = () => windowOf({ accountId: OWNER.accountId, locale: 'en-GB' });

async function administration(tab: string) {
  const window = await windowOf({ accountId: ADMINISTRATOR.accountId, locale: 'en-GB' });
  await openAdministration(window);
  await window.app.getByRole('tab', { name: tab }).click();
  return window;
}

async function secondsKept(): Promise<number[]> {
  const rows = (await site().dump()).filter((row) => row.entityName === 'time-entry');
  return rows.map(({ value }) => (value as { seconds: number }).seconds).sort((one, other) => one - other);
}

test('administrators decide that changes of older entries need an approval', async () => {
  const { app, said } = await administration('Settings');
  await app.getByLabel('After an administrator’s approval').check();
  await app.getByRole('button', { name: 'Save settings' }).click();
  await app.getByText('Saved.', { exact: true }).waitFor();
  await site().change('/clock', { advanceMs: 2 * 86_400_000 });
  expect(said).toEqual([]);
});

test('somebody asks in the row, an administrator corrects the entry, and the person sees both', async () => {
  const owner = await asOwner();
  await openMyData(owner);
  await owner.app.getByRole('tab', { name: 'Entries' }).click();
  const ask = owner.app.getByRole('button', { name: /^Request a correction of 15m/ }).first();
  await ask.click();
  const form = owner.app.getByRole('form', { name: /^Request a correction of 15m/ });
  await form.getByText(/An administrator decides/).waitFor();
  await form.getByRole('button', { name: 'Send the request' }).click();
  await form.getByText('The entry says this already.').waitFor();
  await form.getByLabel('Time spent').fill('2h 5m');
  await form.getByRole('button', { name: 'Send the request' }).click();
  await owner.app
    .getByText(/^You requested a correction: 2h 5m on .+ The administrators answer by/)
    .waitFor();
  const before = await secondsKept();
  await owner.app.getByText(/^You requested this correction: 2h 5m on/).waitFor();
  expect(
    await owner.app.locator('tr', { hasText: 'You requested this correction' }).getByRole('button').count(),
  ).toBe(0);

  await owner.app.getByRole('tab', { name: 'Requests' }).click();
  const card = owner.app.getByRole('listitem', { name: 'Correction' });
  await card.getByText(/^15m on/).waitFor();
  await card.getByText(/^2h 5m on/).waitFor();
  await owner.app.getByText(/request its correction, go to its row under Entries/).waitFor();
  expect(await owner.app.getByLabel('What you request').getByRole('option').allTextContents()).not.toContain(
    'Correction',
  );

  const admin = await administration('Requests');
  const row = admin.app.getByRole('row', { name: new RegExp(OWNER.displayName) });
  expect(await violations(admin)).toEqual([]);
  await row.getByText(/15m on .+2h 5m on .+[A-Z]+-\d+/).waitFor();
  await admin.app
    .getByRole('button', { name: `Correct the entry: Correction, ${OWNER.displayName}` })
    .click();
  const dialog = admin.app.getByRole('dialog', { name: `Correct the entry of ${OWNER.displayName}?` });
  await dialog.getByText(/^2h 5m on/).waitFor();
  await dialog.getByRole('button', { name: 'Correct the entry' }).click();
  await admin.page.getByText('Approved. The entry is corrected.').waitFor();
  expect(await secondsKept()).toEqual([...before.slice(1), 7500]);

  await openMyData(owner);
  await owner.app.getByText('Entries corrected').waitFor();
  await owner.app.getByRole('tab', { name: 'Requests' }).click();
  await card.getByText('Approved', { exact: true }).waitFor();
  await card.getByText('An administrator approved it, and the entry was corrected.').waitFor();
  await owner.app.getByRole('tab', { name: 'Entries' }).click();
  await owner.app.getByRole('button', { name: /2h 5m on/ }).waitFor();
  expect([...owner.said, ...admin.said]).toEqual([]);
});

test('on the work item the row asks as well, and a second correction has to wait for the first', async () => {
  const window = await asOwner();
  const { page, app, said } = window;
  await openPanel(window, openIssue(0).key);
  await page.setViewportSize({ width: 360, height: 760 });
  const day = app.locator('.entry-day');
  await day.waitFor();
  expect((await day.boundingBox())?.height).toBeLessThan(50);
  expect(await violations(window)).toEqual([]);
  const ask = async (duration: string) => {
    await app
      .getByRole('button', { name: /^Request a correction of/ })
      .first()
      .click();
    const form = app.getByRole('form', { name: /^Request a correction of/ });
    await form.getByLabel('Time spent').fill(duration);
    await form.getByRole('button', { name: 'Send the request' }).click();
    return form;
  };
  await ask('40m');
  await app.getByText(/^You requested a correction: 40m on/).waitFor();
  await app.getByText(/^You requested this correction: 40m on/).waitFor();
  expect(await app.getByRole('button', { name: /^Request a correction of/ }).count()).toBe(0);
  await openPanel(window, openIssue(1).key);
  const form = await ask('50m');
  await form.getByText(/nobody has decided on it yet/).waitFor();
  expect(said).toEqual([]);
});

test('an entry that is gone meanwhile is not offered for correction', async () => {
  const admin = await administration('People');
  await admin.app.getByRole('button', { name: `Entries of ${OWNER.displayName}` }).click();
  await admin.app.getByLabel('To correct wrong entries').check();
  await admin.app.getByRole('button', { name: 'Show entries' }).click();
  await admin.app.getByRole('checkbox', { name: 'Select every entry on this page' }).check();
  await admin.app.getByRole('button', { name: 'Delete selected' }).click();
  await admin.app.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await admin.app.getByText(/entries deleted\./).waitFor();
  const { app } = await administration('Requests');
  await app.getByText(/The entry no longer exists, so decline the request/).waitFor();
  expect(await app.getByRole('button', { name: /^Correct the entry/ }).count()).toBe(0);
  await app.getByRole('button', { name: /^Decline: Correction/ }).waitFor();
});
