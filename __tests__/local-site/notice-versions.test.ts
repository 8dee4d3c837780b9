import { ADMINISTRATOR, entriesOf, openIssue, user } from './support/entries';
import { findingsOf, NOTHING_WRONG } from './support/findings';
import type { PersonsWindow } from './support/open-browser';
import { openAdministration, openMyData, openPanel } from './support/pages';
import { stageWith } from './support/window-of';

jest.setTimeout(240_000);

const READER = user(0);
const { windowOf } = stageWith(() => entriesOf(READER.accountId, 3));

async function openNotice(): Promise<PersonsWindow> {
  const window = await windowOf({ accountId: READER.accountId, colorMode: 'auto' });
  await openMyData(window);
  await window.app.getByRole('tab', { name: 'Privacy notice' }).click();
  await window.app.getByRole('heading', { name: 'The full notice' }).waitFor();
  return window;
}

test('who has read the notice is told what changed since, where it stands, and what it said before', async () => {
  const reading = await openNotice();
  await reading.app.getByRole('button', { name: 'I have read this' }).click();
  await reading.app.getByText(/that you have read this in English\.$/).waitFor();

  const deciding = await windowOf({ accountId: ADMINISTRATOR.accountId });
  await openAdministration(deciding);
  await deciding.app.getByRole('tab', { name: 'Settings' }).click();
  await deciding.app.getByLabel('Time entries: stored for').fill('1460');
  await deciding.app.getByRole('button', { name: 'Save settings' }).click();
  await deciding.app.getByText('Saved.', { exact: true }).waitFor();
  expect(deciding.said).toEqual([]);

  const panel = await windowOf({ accountId: READER.accountId });
  await openPanel(panel, openIssue(0).key);
  await panel.app.getByText(/^\d+ parts of the privacy notice have changed since you read it on/).waitFor();
  await panel.app.getByRole('link', { name: 'Read it' }).click();
  await panel.app.getByRole('heading', { name: 'The full notice' }).waitFor();
  expect(panel.said).toEqual([]);

  const window = await openNotice();
  const { app, said } = window;
  const changes = app.getByRole('region', { name: 'What changed' });
  await changes.getByText('How long: changed', { exact: true }).waitFor();
  await changes.getByText('Time entries: changed', { exact: true }).waitFor();
  const marked = app.getByRole('region', { name: 'How long', exact: true });
  await marked.getByText('Changed since you read it').waitFor();
  const unmarked = app.getByRole('region', { name: 'Your right to object' });
  expect(await unmarked.getByText('Changed since you read it').count()).toBe(0);
  expect(await findingsOf(window)).toEqual(NOTHING_WRONG);

  await app.getByRole('button', { name: /^Show the version in force from/ }).click();
  await app.getByText('It is no longer in force.', { exact: false }).waitFor();
  const text = app.getByRole('article', { name: 'Your data in this app' });
  await text.getByText(/account ID for 3 years\./).waitFor({ state: 'attached' });
  expect(await text.getByText(/for 4 years\./).count()).toBe(0);
  expect(await findingsOf(window)).toEqual(NOTHING_WRONG);
  await app.getByRole('button', { name: 'Back to the notice in force' }).click();
  await app.getByRole('button', { name: 'I have read this' }).click();
  await app.getByText(/that you have read this in English\.$/).waitFor();
  expect(await changes.count()).toBe(0);
  expect(said).toEqual([]);
});

test('administrators see how many people read which version, and what it said', async () => {
  const window = await windowOf({ accountId: ADMINISTRATOR.accountId, colorMode: 'auto' });
  await openAdministration(window);
  const { app, said } = window;
  await app.getByRole('tab', { name: 'Notice', exact: true }).click();
  const versions = app.getByRole('table', { name: /^Versions of the privacy notice/ });
  await versions.waitFor();
  const rows = await versions.getByRole('row').allInnerTexts();
  expect(rows).toHaveLength(3);
  expect(rows.slice(1).map((row) => /\t([01])\t/.exec(row)?.[1])).toEqual(['1', '0']);
  expect(await findingsOf(window)).toEqual(NOTHING_WRONG);
  await versions.getByRole('button', { name: /^Show the version/ }).click();
  await app.getByText('It is no longer in force.', { exact: false }).waitFor();
  expect(said).toEqual([]);
});
