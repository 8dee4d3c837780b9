import { ADMINISTRATOR, entriesOf, openIssue, user } from './support/entries';
import { openAdministration, openMyData, openPanel } from './support/pages';
import { stageWith } from './support/window-of';

jest.setTimeout(180_000);

const OWNER = user(0);
const { site, windowOf } = stageWith(() => entriesOf(OWNER.accountId, 2));

async function askForApprovals(): Promise<void> {
  const window = await windowOf({ accountId: ADMINISTRATOR.accountId });
  await openAdministration(window);
  await window.app.getByRole('tab', { name: 'Settings' }).click();
  await window.app.getByLabel('After an administrator’s approval').check();
  await window.app.getByRole('button', { name: 'Save settings' }).click();
  await window.app.getByText('Saved.', { exact: true }).waitFor();
}

test('where an approval is asked for, an older entry cannot be deleted by its owner, and the pages say why', async () => {
  await askForApprovals();
  await site().change('/clock', { advanceMs: 2 * 86_400_000 });
  const window = await windowOf({ accountId: OWNER.accountId });
  const { app, said } = window;

  await openPanel(window, openIssue(0).key);
  await app.getByText(/An administrator must approve changes to some of these entries/).waitFor();
  expect(await app.getByRole('button', { name: /^Delete / }).count()).toBe(0);
  await app.getByLabel('Time spent').fill('30m');
  await app.getByRole('button', { name: 'Log time' }).click();
  await app.getByRole('button', { name: /^Delete 30m/ }).waitFor();
  expect(await app.getByRole('button', { name: /^Request a correction of / }).count()).toBe(1);

  await openMyData(window);
  await app.getByRole('tab', { name: 'Entries' }).click();
  await app.getByText(/An administrator must approve changes to some of these entries/).waitFor();
  expect(await app.getByRole('checkbox', { name: /^Select 15m/ }).isDisabled()).toBe(true);
  await app.getByRole('checkbox', { name: 'Select every entry on this page' }).first().check();
  await app.getByText('1 entry selected (30m)').waitFor();
  await app.getByRole('button', { name: 'Delete selected' }).click();
  await app.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await app.getByText('1 entry deleted.').waitFor();
  const left = JSON.stringify(await site().dump()).match(/"entityName":"time-entry"/g);
  expect(left).toHaveLength(2);
  expect(said).toEqual([]);
});
