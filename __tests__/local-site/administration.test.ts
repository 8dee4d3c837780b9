import { readFile } from 'node:fs/promises';
import { ADMINISTRATOR, entriesOf, JIRA, user } from './support/entries';
import { openAdministration } from './support/pages';
import { stageWith } from './support/window-of';

jest.setTimeout(180_000);

const [DEACTIVATED = ADMINISTRATOR] = JIRA.people.filter(({ active }) => active === false);

const { site, windowOf } = stageWith(() => [
  ...entriesOf(DEACTIVATED.accountId, 2),
  ...entriesOf(user(0).accountId, 6),
  ...entriesOf(user(1).accountId, 3),
  ...entriesOf(user(3).accountId, 2),
  ...entriesOf(ADMINISTRATOR.accountId, 1),
]);

async function entriesStored(accountId: string): Promise<number> {
  const rows = (await site().dump()).filter((row) => row.entityName === 'time-entry');
  return rows.filter((row) => (row.value as { accountId: string }).accountId === accountId).length;
}

test('an administrator sees people by the names that Jira gives, and deletes entries of one of them', async () => {
  const window = await windowOf({ accountId: ADMINISTRATOR.accountId });
  const { app, said } = window;
  await openAdministration(window);
  const { displayName, accountId } = user(0);
  await app.getByRole('button', { name: `Entries of ${displayName}` }).click();
  await app
    .getByLabel(/The person requested|Correction/)
    .first()
    .check();
  await app.getByRole('button', { name: 'Show entries' }).click();
  await app.locator('#person-title:focus').waitFor();
  await app
    .getByRole('checkbox', { name: /^Select \d/ })
    .first()
    .check();
  await app.getByRole('button', { name: 'Delete selected' }).click();
  await app.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click();
  await app.getByText('1 entry deleted.').waitFor();
  await app.locator(':focus', { hasText: '1 entry deleted.' }).waitFor();
  expect(await entriesStored(accountId)).toBe(5);
  expect(await entriesStored(user(1).accountId)).toBe(3);
  expect(said).toEqual([]);
});

test('people stand by name, without how much they have', async () => {
  const { app, ...window } = await windowOf({ accountId: ADMINISTRATOR.accountId });
  await openAdministration({ app, ...window });
  await app.locator('.people-table th[aria-sort="ascending"]', { hasText: 'Person' }).waitFor();
  const names = (await app.locator('.people-table .link-button').allInnerTexts()).map((name) => name.trim());
  expect(names).toHaveLength(5);
  expect(names).toEqual([...names].sort((one, other) => one.localeCompare(other)));
  expect(await app.getByRole('columnheader').allInnerTexts()).not.toContain('Time entries');
  expect(window.said).toEqual([]);
});

test('who is deactivated is found as one types, and nothing is said of what was not looked at', async () => {
  const { app, ...window } = await windowOf({ accountId: ADMINISTRATOR.accountId });
  await openAdministration({ app, ...window });
  const field = app.getByRole('searchbox', { name: 'Find a person' });
  await field.fill(DEACTIVATED.displayName.slice(0, -1).toLowerCase());
  await app.getByText('Found 1 of 5 people with data.').waitFor();
  await app.getByRole('button', { name: `Entries of ${DEACTIVATED.displayName} (deactivated)` }).waitFor();
  await field.fill('svc-jenkins-deploy-02');
  await app.getByText('Not found among 5 people with data.').waitFor();
  await app.getByText('nothing is stored under it').waitFor();
  expect(window.said).toEqual([]);
});

test('on a narrow page the keyboard reaches nothing in the head of a table that cannot be seen', async () => {
  const window = await windowOf({ accountId: ADMINISTRATOR.accountId });
  await openAdministration(window);
  await window.page.setViewportSize({ width: 360, height: 740 });
  const head = window.app.locator('.people-table thead');
  await head.waitFor({ state: 'attached' });
  expect((await head.boundingBox())?.height).toBe(1);
  for (const control of await head.locator('input, button').all()) {
    await control.focus();
    expect((await head.boundingBox())?.height).toBeGreaterThanOrEqual(24);
  }
  expect(window.said).toEqual([]);
});

test('no name ever reaches the app: the store holds none', async () => {
  const stored = JSON.stringify(await site().dump());
  for (const { displayName } of [user(0), user(1), user(3), ADMINISTRATOR])
    expect(stored).not.toContain(displayName);
});

test('a plain user who opens the page all the same is refused by the app itself', async () => {
  const { page, go, app, said } = await windowOf({ accountId: user(1).accountId });
  const { modules } = await site().read<{ modules: { key: string; path?: string }[] }>('/session');
  await go(modules.find((module) => module.key === 'privacy-admin')?.path ?? '/');
  await page.getByRole('heading', { name: 'You are not an administrator of this site' }).waitFor();
  await page.getByRole('button', { name: /Open it anyway/ }).click();
  await app.getByRole('heading', { name: 'This page is for administrators' }).waitFor();
  expect(said).toEqual([]);
});

test('a forged call of a plain user changes nothing', async () => {
  const { context } = await windowOf({ accountId: user(1).accountId });
  const invoke = async (functionKey: string, payload: unknown): Promise<unknown> => {
    const answer = await context.request.post(`${site().url}/__local/bridge/invoke`, {
      data: { page: { moduleKey: 'privacy-admin' }, functionKey, payload },
    });
    return answer.json();
  };
  const before = await site().dump();
  const asked = { accountId: user(3).accountId, reason: 'person-asked' };
  for (const [name, payload] of Object.entries({
    listPeople: {},
    listEntriesOf: asked,
    exportPageOf: asked,
    deleteEntriesOf: { ...asked, ids: ['x'.repeat(20)] },
    erasePerson: { ...asked, receiptHash: 'a'.repeat(64) },
  })) {
    expect(await invoke(name, payload)).toMatchObject({ value: { error: { code: 'NOT_ALLOWED' } } });
  }
  expect(await site().dump()).toEqual(before);
});

test('an administrator lists whom an incident concerns, with the names that Jira shows them', async () => {
  const window = await windowOf({ accountId: ADMINISTRATOR.accountId });
  const { page, app, said } = window;
  await openAdministration(window);
  await app.getByRole('tab', { name: 'Audit log' }).click();
  await app.getByRole('button', { name: 'List affected accounts' }).click();
  const saved = page.waitForEvent('download');
  await app.getByRole('dialog').getByRole('button', { name: 'List them' }).click();
  const csv = await readFile(await (await saved).path(), 'utf8');
  expect(csv.trim().split('\r\n')).toHaveLength(1 + 5);
  for (const { accountId, displayName } of [user(0), user(1), user(3)])
    expect(csv).toContain(`${accountId},${displayName},`);
  await app.getByText('A file of 5 accounts is ready.').waitFor();
  await app.getByRole('cell', { name: 'Affected accounts listed' }).waitFor();
  const lines = (await site().dump()).filter((row) => row.entityName === 'audit');
  expect(lines.map(({ value }) => value)).toContainEqual(
    expect.objectContaining({ event: 'accounts-listed', reason: 'security' }),
  );
  expect(said).toEqual([]);
});

test('Get started is reached from the list of apps and leads on', async () => {
  const window = await windowOf({ accountId: ADMINISTRATOR.accountId });
  const { page, go, app, said } = window;
  await go('/');
  await page.getByRole('link', { name: 'Settings: apps' }).click();
  await page.getByRole('link', { name: 'Get started' }).click();
  await page.getByRole('heading', { level: 1, name: /Get started/ }).waitFor();
  await app.getByRole('button', { name: 'Open Privacy Center' }).waitFor();
  await app.getByRole('button', { name: 'Open the settings' }).click();
  await app.getByRole('heading', { level: 2, name: 'Settings' }).waitFor();
  expect(new URL(page.url()).pathname).toMatch(/\/settings$/);
  expect(said).toEqual([]);
});
