import type { FrameLocator } from 'playwright-core';
import { ADMINISTRATOR, entriesOf, user } from './support/entries';
import { openAdministration, openMyData } from './support/pages';
import { stageWith } from './support/window-of';

jest.setTimeout(180_000);

const { site, windowOf } = stageWith(() => [
  ...entriesOf(user(0).accountId, 2),
  ...entriesOf(user(1).accountId, 2),
]);

const TO_ERASE = [
  'The person requested it',
  'The person left the organisation',
  'The data is no longer needed',
  'It was unlawful to store or use the data',
  'A legal duty',
  'The person objected to the use of their data',
];

/** What the group of radio buttons under a question offers. */
const offered = (app: FrameLocator, question: string): Promise<string[]> =>
  app.getByRole('group', { name: question }).locator('label').allTextContents();

test('erasing asks for a reason to erase, looking for another; the person reads both', async () => {
  const { displayName, accountId } = user(0);
  const window = await windowOf({ accountId: ADMINISTRATOR.accountId });
  const { app, said } = window;
  await openAdministration(window);
  await app.getByRole('button', { name: `Delete all data of ${displayName}` }).click();
  const toErase = `Why are you deleting the data of ${displayName}?`;
  await app.getByText(toErase).waitFor();
  expect(await offered(app, toErase)).toEqual(TO_ERASE);
  await app.getByLabel('It was unlawful to store or use the data').check();
  await app.getByRole('button', { name: 'Continue to deletion' }).click();
  const dialog = app.getByRole('dialog');
  await dialog.getByLabel(/Type DELETE/).waitFor();
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  await app.getByRole('button', { name: 'Show entries' }).click();
  const toLook = `Why are you looking into the data of ${displayName}?`;
  await app.getByText(toLook).waitFor();
  expect(await offered(app, toLook)).not.toContain('It was unlawful to store or use the data');
  await app.getByLabel('To look into a security incident').check();
  await app.getByRole('button', { name: 'Show entries' }).click();
  await app
    .getByRole('checkbox', { name: /^Select \d/ })
    .first()
    .waitFor();
  await app.getByRole('button', { name: `Delete all data of ${displayName}` }).click();
  await app.getByText(toErase).waitFor();
  await app.locator('#person-title:focus').waitFor();
  expect(said).toEqual([]);

  const person = await windowOf({ accountId });
  await openMyData(person);
  const seen = (what: RegExp) => person.app.getByRole('row', { name: what }).first().waitFor();
  await seen(/An administrator.*Deletion previewed.*It was unlawful to store or use the data/);
  await seen(/An administrator.*Entries viewed.*To look into a security incident/);
  expect(person.said).toEqual([]);

  await app.getByLabel('The person objected to the use of their data').check();
  await app.getByRole('button', { name: 'Continue to deletion' }).click();
  await dialog.getByLabel(/Type DELETE/).fill('DELETE');
  await dialog.getByRole('button', { name: 'Delete everything' }).click();
  await app.getByRole('region', { name: 'Deletion', exact: true }).waitFor();
  expect(JSON.stringify(await site().dump())).toContain('"objection"');
});

test('erasing many people offers the same reasons', async () => {
  const window = await windowOf({ accountId: ADMINISTRATOR.accountId });
  const { app, said } = window;
  await openAdministration(window);
  await app.getByRole('checkbox', { name: `Select ${user(1).displayName}` }).check();
  await app.getByRole('button', { name: 'Delete everything about them' }).click();
  const question = 'Why are you deleting their data?';
  await app.getByText(question).waitFor();
  expect(await offered(app, question)).toEqual(TO_ERASE);
  await app.getByLabel('The data is no longer needed').check();
  await app.getByRole('textbox').last().fill('DELETE');
  await app.getByRole('dialog').getByRole('button', { name: 'Delete everything' }).click();
  await app.getByText('1 deletion requested').waitFor();
  expect(said).toEqual([]);
});
