import { ADMINISTRATOR, entriesOf, user } from './support/entries';
import { openAdministration, openMyData, openMyTime } from './support/pages';
import { stageWith } from './support/window-of';

jest.setTimeout(180_000);

const { windowOf } = stageWith(() => [
  ...entriesOf(user(0).accountId, 20),
  ...entriesOf(user(1).accountId, 3),
]);

test('on My data the tab and the filter stand in the address: reload keeps them, and back undoes them', async () => {
  const window = await windowOf({ accountId: user(0).accountId });
  const { page, app, said } = window;
  await openMyData(window);
  await app.getByRole('tab', { name: 'Entries' }).click();
  await app.getByRole('button', { name: 'Last month', exact: true }).click();
  await page.waitForURL(/\/entries\?from=\d{4}-\d{2}-01&to=/);
  const from = new URL(page.url()).searchParams.get('from');

  await page.reload();
  await app.getByRole('tab', { name: 'Entries', selected: true }).waitFor();
  await page
    .getByRole('navigation', { name: 'Side' })
    .locator('[aria-current="page"]', { hasText: 'My data' })
    .waitFor();
  expect(await app.getByLabel('From').inputValue()).toBe(from);
  await app.getByRole('button', { name: 'Show all' }).click();
  await page.waitForURL(/\/entries$/);
  await page.goBack();
  await app.locator(`input[type="date"][value="${from}"]`).waitFor();
  await page.goBack();
  await page.goBack();
  await app.getByRole('tab', { name: 'Overview', selected: true }).waitFor();
  expect(said).toEqual([]);
});

test('a person’s page has an address that names nobody, and leads administrators there', async () => {
  const { accountId, displayName } = user(0);
  const window = await windowOf({ accountId: ADMINISTRATOR.accountId });
  const { page, app, said } = window;
  await openAdministration(window);
  await app.getByRole('button', { name: `Delete all data of ${displayName}` }).click();
  const heading = app.getByRole('heading', { level: 2, name: displayName });
  await heading.waitFor();
  await page.waitForURL(/\/people\/[0-9a-f]{20}\?for=erase$/);
  expect(page.url()).not.toContain(accountId);

  await page.reload();
  await heading.waitFor();
  await app.getByText(`Why are you deleting the data of ${displayName}?`).waitFor();
  await page.goBack();
  await app.getByRole('button', { name: displayName, exact: true }).and(app.locator(':focus')).waitFor();
  await page.goForward();
  await heading.waitFor();
  await app.getByRole('navigation', { name: 'Breadcrumbs' }).getByRole('button', { name: 'People' }).click();
  await app.getByRole('heading', { name: 'People who have data' }).waitFor();
  expect(said).toEqual([]);
});

test('an address that stands for nobody says so, and tabs and states of requests have one', async () => {
  const window = await windowOf({ accountId: ADMINISTRATOR.accountId });
  const { page, app, said } = window;
  await openAdministration(window);
  await app.getByRole('tab', { name: 'Requests' }).click();
  await app.getByLabel('Show').selectOption('declined');
  await page.waitForURL(/\/requests\?status=declined$/);
  const { href } = new URL(page.url());
  await app.getByRole('tab', { name: 'Settings' }).click();
  await page.waitForURL(/\/settings$/);
  await app.getByRole('tab', { name: 'Requests' }).click();
  await app.getByText('No request is in the state “Declined”.').waitFor();

  await page.goto(href.replace('?status=declined', '/no-such-request?do=approve'));
  await app.getByText('This request is not in the list').waitFor();
  await page.goto(href.replace(/requests.*/, 'people/0123456789abcdef0123'));
  await app.getByText('Nothing is stored about this person now').waitFor();
  expect(said).toEqual([]);
});

test('a week of My time has an address', async () => {
  const window = await windowOf({ accountId: user(0).accountId });
  const { page, app, said } = window;
  await openMyTime(window);
  await app.getByRole('button', { name: /previous week/i }).click();
  await page.waitForURL(/\?week=\d{4}-\d{2}-\d{2}$/);
  await app.getByRole('heading', { name: /^Last week/ }).waitFor();
  await page.reload();
  await app.getByRole('heading', { name: /^Last week/ }).waitFor();
  await page.goBack();
  await app.getByRole('heading', { name: /^This week/ }).waitFor();
  expect(said).toEqual([]);
});
