import { ADMINISTRATOR, entriesOf, user } from './support/entries';
import { openAdministration, openMyData } from './support/pages';
import { stageWith } from './support/window-of';

jest.setTimeout(180_000);

const DAY_MS = 86_400_000;
const { site, windowOf } = stageWith(() => [
  ...entriesOf(user(0).accountId, 6),
  ...entriesOf(user(1).accountId, 3),
]);

/** The site works on by itself: looks again until the store is as it should become. */
async function stored(asWanted: (text: string) => boolean): Promise<void> {
  for (let looks = 0; !asWanted(await dumped()); looks += 1) {
    if (looks === 100) throw new Error('The store did not become what it should.');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

const dumped = async (): Promise<string> => JSON.stringify(await site().dump());

/** Opens a tab of the administration as the administrator. */
async function administration(tab: string) {
  const window = await windowOf({ accountId: ADMINISTRATOR.accountId });
  await openAdministration(window);
  await window.app.getByRole('tab', { name: tab }).click();
  return window;
}

async function askForDeletion(accountId: string) {
  const window = await windowOf({ accountId });
  await openMyData(window);
  await window.app.getByRole('button', { name: 'Delete everything' }).click();
  const dialog = window.app.getByRole('dialog');
  await dialog.getByText(/example\. Nothing is deleted until then/).waitFor();
  await dialog.getByLabel(/Type DELETE/).fill('DELETE');
  await dialog.getByRole('button', { name: 'Request the deletion' }).click();
  await window.app.getByText('Your request is with the administrators').waitFor();
  return window;
}

test('an administrator looks at what a period would delete, is told of a wrong one, and has deletions approved first', async () => {
  await site().change('/clock', { advanceMs: 40 * DAY_MS });
  const { app, said } = await administration('Settings');
  const days = app.getByLabel('Time entries: stored for');
  await days.fill('30');
  await app.getByRole('button', { name: 'What would be deleted next?' }).click();
  await app.getByText('Time entries: 9 records').waitFor();
  await app.getByText(/These records name 2 people\./).waitFor();
  await days.fill('3');
  await app.getByLabel('After an administrator’s approval').check();
  await app.getByRole('button', { name: 'Save settings' }).click();
  await app.getByText('Enter a whole number from 30 to 3,650.').waitFor();
  await days.fill('3650');
  const removed = app.getByLabel('Deleted after');
  for (const typed of ['sixty', '']) {
    await removed.fill(typed);
    await app.getByRole('button', { name: 'Save settings' }).click();
    await app.getByText('Enter a whole number from 0 to 365.').waitFor();
  }
  expect(await dumped()).not.toContain('after-approval');
  await removed.fill('60');
  await app.getByRole('button', { name: 'Save settings' }).click();
  await app.getByText('Saved.', { exact: true }).waitFor();
  expect(await dumped()).toContain('after-approval');
  await days.fill('30');
  await app.getByRole('button', { name: 'Save settings' }).click();
  const dialog = app.getByRole('dialog', { name: 'Save settings that delete more?' });
  await dialog.getByText('Time entries, stored for: 10 years → 30 days').waitFor();
  await dialog.getByText('Time entries: 9 records').waitFor();
  await dialog.getByLabel(/Type DELETE MORE/).fill('delete more');
  await dialog.getByRole('button', { name: 'Save settings' }).click();
  await app.getByText('These changes have not taken effect yet').waitFor();
  await app.getByText('Settings that delete more will soon take effect').waitFor();
  await app.getByText(/^Time entries, stored for: 10 years → 30 days\. Takes effect on .+\.$/).waitFor();
  expect(await days.inputValue()).toBe('3650');
  await app.getByRole('button', { name: /^Take back: Time entries/ }).click();
  await app.getByText('Taken back.', { exact: true }).waitFor();
  await app.getByText('Settings that delete more will soon take effect').waitFor({ state: 'hidden' });
  expect(said).toEqual([]);
});

test('a deletion is asked for, declined with a reason and an end date, and the person reads both', async () => {
  const { accountId, displayName } = user(1);
  const person = await askForDeletion(accountId);
  const { page, app, said } = await administration('Requests');
  await app.getByRole('button', { name: `Decline: Deletion of everything, ${displayName}` }).click();
  const dialog = app.getByRole('dialog', { name: `Decline the request from ${displayName}?` });
  const confirm = dialog.getByRole('button', { name: 'Decline' });
  await confirm.waitFor();
  // The question has an address: back closes it, and forward asks it again.
  await page.waitForURL(/\/requests\/[\w-]+\?do=decline$/);
  expect(page.url()).not.toContain(accountId);
  await page.goBack();
  await dialog.waitFor({ state: 'detached' });
  await page.goForward();
  expect(await confirm.isDisabled()).toBe(true);
  await dialog.getByLabel('Reason').selectOption('working-time-law');
  const year = new Date().getUTCFullYear() + 2;
  await dialog.getByLabel('Valid until').fill(`${year}-12-31`);
  await confirm.click();
  await page.getByText('The request is declined.', { exact: false }).waitFor();
  await app.locator('.figure', { hasText: 'Open requests' }).getByText('0').waitFor();
  await app.getByText('Decide under Requests').waitFor({ state: 'detached' });

  await openMyData(person);
  await person.app.getByRole('tab', { name: 'Requests' }).click();
  const card = person.app.getByRole('listitem', { name: 'Deletion of everything' });
  await card.getByText('Declined').waitFor();
  await card.getByText('The law requires records of working time to be stored').waitFor();
  await card.getByText(new RegExp(String(year))).waitFor();
  expect(await dumped()).toContain(accountId);
  expect([...said, ...person.said]).toEqual([]);
});

const requestsStored = async (): Promise<number> =>
  (await site().dump()).filter(({ entityName }) => entityName === 'request').length;

test('a request is withdrawn by who made it', async () => {
  const window = await windowOf({ accountId: user(1).accountId });
  const { app, said } = window;
  const requestsBefore = await requestsStored();
  await openMyData(window);
  await app.getByRole('tab', { name: 'Requests' }).click();
  await app.getByLabel('What you request').selectOption('objection');
  await app.getByRole('button', { name: 'Send the request' }).click();
  const card = app.getByRole('listitem', { name: 'Objection to the use' });
  await card.getByText('Answer due by').waitFor();
  // Pressed again, the button asks for nothing else.
  await app.getByRole('button', { name: 'Send the request' }).click();
  expect(await app.locator('.ask-form select:invalid').count()).toBe(1);
  expect(await requestsStored()).toBe(requestsBefore + 1);
  await card.getByRole('button', { name: /Withdraw/ }).click();
  await card.getByText('Withdrawn', { exact: true }).waitFor();
  expect(said).toEqual([]);
});

test('after the approval everything about the person goes, and nobody else’s data', async () => {
  const { accountId, displayName } = user(0);
  const person = await askForDeletion(accountId);
  expect(await dumped()).toContain(accountId);
  const { page, app, said } = await administration('Requests');
  await app.getByRole('button', { name: `Extend: Deletion of everything, ${displayName}` }).click();
  await app.getByRole('dialog').getByRole('button', { name: 'Extend' }).click();
  await page.getByText(/The answer is now due by/).waitFor();
  await openMyData(person);
  await person.app.getByText(/^An administrator took more time for a request of yours on /).waitFor();
  await app.getByRole('button', { name: `Approve: Deletion of everything, ${displayName}` }).click();
  const dialog = app.getByRole('dialog');
  await dialog.getByText('What is deleted').waitFor();
  await dialog.getByLabel(/Type DELETE/).fill('DELETE');
  await dialog.getByRole('button', { name: 'Approve' }).click();
  await page.getByText('Approved. The deletion has begun.').waitFor();
  await app.getByRole('heading', { name: 'Requests' }).and(app.locator(':focus')).waitFor();
  await app.getByText('No request is waiting for an answer').waitFor();
  // The verification waits for lagging queries: the site's clock makes that short.
  await stored((text) => text.includes('"state":"verifying"'));
  await site().change('/clock', { advanceMs: 15 * 60_000 });
  await stored((text) => !text.includes(accountId));
  expect(await dumped()).toContain(user(1).accountId);
  await openMyData(person);
  await person.app.getByText('This app stores no records about you').waitFor();
  expect([...said, ...person.said]).toEqual([]);
});
