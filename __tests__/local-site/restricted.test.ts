import { entriesOf, openIssue, user } from './support/entries';
import type { PersonsWindow } from './support/open-browser';
import { openMyData, openPanel } from './support/pages';
import { stageWith } from './support/window-of';

jest.setTimeout(180_000);

const { site, windowOf } = stageWith(() => [
  ...entriesOf(user(0).accountId, 2),
  ...entriesOf(user(1).accountId, 3),
]);

const windowOfUser = (nth: number) => windowOf({ accountId: user(nth).accountId, locale: 'en-GB' });

async function ask({ app }: PersonsWindow, duration: string): Promise<void> {
  await app
    .getByRole('button', { name: /^Request a correction of/ })
    .first()
    .click();
  const form = app.getByRole('form', { name: /^Request a correction of/ });
  await form.getByLabel('Time spent').fill(duration);
  // There is nothing more to restrict.
  expect(await form.getByRole('checkbox').count()).toBe(0);
  await form.getByRole('button', { name: 'Send the request' }).click();
  await app.getByText(new RegExp(`^You requested this correction: ${duration} on`)).waitFor();
}

test('whoever objects to the use can still ask for a correction, on My data and on the work item', async () => {
  const window = await windowOfUser(0);
  const { app, go, said } = window;
  const { key } = openIssue(0);
  await openPanel(window, key);
  await openMyData(window);
  await app.getByRole('tab', { name: 'Requests' }).click();
  await app.getByLabel('What you request').selectOption({ label: 'Objection to the use' });
  await app.getByRole('button', { name: 'Send the request' }).click();
  await app.getByText('Your data is not used until this is answered').waitFor();
  await app.getByRole('tab', { name: 'Entries' }).click();
  await ask(window, '2h 5m');
  await app.getByRole('tab', { name: 'Requests' }).click();
  const card = app.getByRole('listitem', { name: 'Correction' });
  await card.getByText(/^2h 5m on/).waitFor();
  await card.getByRole('button', { name: 'Withdraw' }).click();
  await card.getByText('Withdrawn', { exact: true }).waitFor();
  await app.getByRole('tab', { name: 'Entries' }).click();
  await app.getByText(/^You requested this correction/).waitFor({ state: 'detached' });
  await go(`/browse/${key}`);
  await app.getByText('You cannot log time now').waitFor();
  await ask(window, '2h 10m');
  expect(said).toEqual([]);
});

test('once everything is deleted no list shows it, also where the page did not see the deletion run', async () => {
  const { app, page } = await myDataOf(1);
  await app.getByRole('tab', { name: 'Entries' }).click();
  await app
    .getByRole('button', { name: /^Correct / })
    .first()
    .waitFor();
  // A page that was read before the deletion began is what one has whose answer was lost.
  await page.route('**/invoke', (route) =>
    route.request().postData()?.includes('getOverview') ? route.abort() : route.continue(),
  );
  await app.getByRole('button', { name: 'Delete everything' }).click();
  await app.getByLabel(/Type DELETE/).fill('DELETE');
  await app.getByRole('dialog').getByRole('button', { name: 'Delete everything' }).click();
  await app.getByText('Deleting everything').waitFor();
  await page.unroute('**/invoke');
  await site().change('/clock', { advanceMs: 3_600_000 });
  await app.getByText('Your data is deleted').waitFor();
  await app.getByText('You have not logged any time yet').waitFor();
  expect(await app.getByRole('button', { name: /^Correct / }).count()).toBe(0);
});

async function myDataOf(nth: number): Promise<PersonsWindow> {
  const window = await windowOfUser(nth);
  await openMyData(window);
  return window;
}
