import { ADMINISTRATOR, entriesOf, openIssue, user } from './support/entries';
import { openAdministration, openMyData } from './support/pages';
import { stageWith } from './support/window-of';

jest.setTimeout(180_000);

const { windowOf } = stageWith(() => entriesOf(user(0).accountId, 3));

test('a new administrator finds the organisation’s page by words, chooses it and the legal bases, and the notice says both', async () => {
  const { key, summary } = openIssue(4);
  const window = await windowOf({ accountId: ADMINISTRATOR.accountId });
  const { page, app, said } = window;
  await openAdministration(window);
  const lack = app.getByText('The privacy notice is not complete');
  await lack.waitFor();
  await app.getByRole('button', { name: 'Choose it in the settings' }).click();
  const field = app.getByLabel('Key or title of the work item');
  await field.fill('no such words at all');
  await page.keyboard.press('Enter');
  await app.getByText('We found no work item that you may see.', { exact: false }).waitFor();
  await field.fill(summary.toUpperCase());
  await page.keyboard.press('Enter');
  await app.getByRole('button', { name: `${key} ${summary}` }).click();
  await app.locator('input:focus').and(field).waitFor();
  await app.getByRole('link', { name: `${key} ${summary}` }).waitFor();
  const bases = app.getByRole('group', { name: 'Legal basis' }).getByRole('combobox');
  for (const basis of await bases.all()) await basis.selectOption({ index: 1 });
  await app.getByRole('button', { name: 'Save settings' }).click();
  await page.getByText('The settings are saved.').waitFor();
  await lack.waitFor({ state: 'detached' });
  await app.getByRole('tab', { name: 'Notice', exact: true }).click();
  await app
    .getByRole('link', { name: `${key} ${summary}` })
    .first()
    .waitFor();

  const person = await windowOf({ accountId: user(0).accountId });
  await openMyData(person);
  await person.app.getByRole('tab', { name: 'Notice' }).click();
  await person.app
    .getByRole('link', { name: `${key} ${summary}` })
    .first()
    .waitFor();
  await person.app
    .getByText('To record time on work items: Your own contract', { exact: false })
    .first()
    .waitFor({ state: 'attached' });
  expect([...said, ...person.said]).toEqual([]);
});
