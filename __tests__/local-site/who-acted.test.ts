import { ADMINISTRATOR, entriesOf, user } from './support/entries';
import { violations } from './support/findings';
import { openAdministration, openMyData } from './support/pages';
import { stageWith } from './support/window-of';

jest.setTimeout(180_000);

const OWNER = user(0);
const { site, windowOf } = stageWith(() => entriesOf(OWNER.accountId, 2));

test('an administrator finds out who acted from a line, for a reason, and the one concerned reads that', async () => {
  const window = await windowOf({ accountId: ADMINISTRATOR.accountId });
  const { app, said } = window;
  await openAdministration(window);
  await app.getByRole('button', { name: `Entries of ${OWNER.displayName}` }).click();
  await app.getByLabel('To look into a security incident').check();
  await app.getByRole('button', { name: 'Show entries' }).click();
  await app.getByRole('checkbox', { name: 'Select every entry on this page' }).waitFor();
  await site().change('/clock', { advanceMs: 2 * 3_600_000 });

  await openAdministration(window);
  await app.getByRole('tab', { name: 'Audit log' }).click();
  const line = app.getByRole('row', { name: /Entries viewed/ });
  await line.getByRole('button', { name: /^Who was it\? / }).click();
  const dialog = app.getByRole('dialog');
  await dialog.getByText(/The administrator concerned sees that on My data/).waitFor();
  await dialog.getByLabel('A legal duty').check();
  expect(await violations(window)).toEqual([]);
  await dialog.getByRole('button', { name: 'Find out' }).click();
  await app.locator(':focus', { hasText: ADMINISTRATOR.displayName }).waitFor();
  expect(await violations(window)).toEqual([]);

  await openMyData(window);
  await app.getByText('Looked up which administrator acted').waitFor();
  await app.getByRole('button', { name: 'Delete everything' }).click();
  await app.getByText(/another administrator must approve the deletion first/).waitFor();
  expect(said).toEqual([]);
});
