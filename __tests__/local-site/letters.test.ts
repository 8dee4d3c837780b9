import { ADMINISTRATOR, entriesOf, user } from './support/entries';
import { openAdministration, openMyData } from './support/pages';
import { stageWith } from './support/window-of';

jest.setTimeout(180_000);

const WRITES = user(0);
const OBJECTS = user(1);
const OUTSIDE = /^The person made this request outside the app/;
const { site, windowOf } = stageWith(() => [
  ...entriesOf(WRITES.accountId, 3),
  ...entriesOf(OBJECTS.accountId, 2),
]);

type OpenWindow = Awaited<ReturnType<typeof windowOf>>;

/** Enters a letter that asks for a deletion, on the page of who wrote it. */
async function enter(window: OpenWindow, identified: string): Promise<void> {
  const { app } = window;
  await openAdministration(window);
  await app.getByRole('button', { name: `Entries of ${WRITES.displayName}` }).click();
  await app.getByText('Enter a request that came by letter or e-mail').click();
  await app.getByLabel('What the person requests').selectOption('erasure');
  await app.getByLabel('How you know who is asking').selectOption(identified);
  await app.getByRole('button', { name: 'Enter the request' }).click();
  await app.getByText(/^Request entered\./).waitFor();
  await openAdministration(window);
  await app.getByRole('tab', { name: 'Requests' }).click();
}

test('a letter is granted only once its sender is known, answered on paper too, and its deletion has a day without a time', async () => {
  const window = await windowOf({ accountId: ADMINISTRATOR.accountId });
  const { app, said } = window;
  await enter(window, 'not-yet');
  const row = app.getByRole('row').filter({ hasText: WRITES.displayName });
  await row.getByText(/It is not established yet who is asking: send no data\./).waitFor();
  expect(await row.getByRole('button').allInnerTexts()).toEqual(['Decline', 'Extend']);
  await row.getByRole('button', { name: /^Decline/ }).click();
  await app.getByRole('dialog').getByText(OUTSIDE).waitFor();

  await enter(window, 'document');
  await row.getByRole('button', { name: /^Approve/ }).click();
  const dialog = app.getByRole('dialog');
  await dialog.getByText(OUTSIDE).waitFor();
  await dialog.getByText('What is deleted').waitFor();
  await dialog.getByLabel(/Type DELETE/).fill('DELETE');
  await dialog.getByRole('button', { name: 'Approve' }).click();
  await dialog.waitFor({ state: 'detached' });
  await site().change('/clock', { advanceMs: 60 * 60_000 });
  await app.getByRole('tab', { name: 'Deletions' }).click();
  const deletion = app.getByRole('row').filter({ hasText: /An administrator/ });
  expect(await deletion.getByRole('cell').first().innerText()).toMatch(/\d{4}$/);
  expect(said).toEqual([]);
});

test('whoever has data stored for legal claims reads that the person can end it, and nothing of letters', async () => {
  const person = await windowOf({ accountId: OBJECTS.accountId });
  await openMyData(person);
  await person.app.getByRole('tab', { name: 'Requests' }).click();
  await person.app.getByLabel('What you request').selectOption('objection');
  await person.app.getByRole('button', { name: 'Send the request' }).click();
  await person.app.getByRole('listitem', { name: 'Objection to the use' }).waitFor();

  const window = await windowOf({ accountId: ADMINISTRATOR.accountId });
  const { app, said } = window;
  await openAdministration(window);
  await app.getByRole('tab', { name: 'Requests' }).click();
  await app.getByRole('button', { name: `Approve: Objection to the use, ${OBJECTS.displayName}` }).click();
  const dialog = app.getByRole('dialog');
  await dialog.getByLabel('Store it for legal claims alone').check();
  await dialog.getByText(/^The person can lift this restriction/).waitFor();
  expect(await dialog.getByText(OUTSIDE).count()).toBe(0);
  expect([...said, ...person.said]).toEqual([]);
});
