import { ADMINISTRATOR, entriesOf, user } from './support/entries';
import { overflow, violations } from './support/findings';
import type { PersonsWindow, WindowOptions } from './support/open-browser';
import { openAdministration, openMyData } from './support/pages';
import { stageWith } from './support/window-of';

jest.setTimeout(180_000);

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const CLOSED = user(0);
const REMOVED = user(1);
const OTHER = user(2);

const { site, windowOf } = stageWith(() => [
  ...entriesOf(CLOSED.accountId, 6),
  ...entriesOf(REMOVED.accountId, 3),
  ...entriesOf(OTHER.accountId, 2),
]);

const later = (ms: number) => site().change('/clock', { advanceMs: ms });
const fault = (key: string, on: boolean, more: object = {}) =>
  site().change(`/faults/${key}`, { on, ...more });
const change = (accountId: string, action: string) =>
  site().change(`/people/${encodeURIComponent(accountId)}`, { action });
const dumped = async (): Promise<string> => JSON.stringify(await site().dump());

async function openReporting(options: Partial<WindowOptions> = {}): Promise<PersonsWindow> {
  const window = await windowOf({ accountId: ADMINISTRATOR.accountId, ...options });
  await openAdministration(window);
  await window.app.getByRole('tab', { name: 'Reporting' }).click();
  await window.app.getByText('Account IDs stored').waitFor();
  return window;
}

/** The value of a figure, as an administrator reads it. */
const figure = ({ app }: PersonsWindow, title: string): Promise<string> =>
  app.locator('.figure', { hasText: title }).locator('dd').innerText();

/** Moves to half an hour past a full hour, an hour and more after the next daily run: nothing runs by itself then. */
async function betweenDailyRuns(): Promise<void> {
  const { schedule } = await site().read<{ schedule: { key: string; at: number }[] }>('/clock');
  const daily = schedule.find(({ key }) => key === 'daily')?.at ?? 0;
  const at = Math.ceil((daily + HOUR_MS) / HOUR_MS) * HOUR_MS + HOUR_MS / 2;
  await site().change('/clock', { to: new Date(at).toISOString() });
}

test('before the first report it says when that is due, and Report now reports nothing', async () => {
  const window = await openReporting();
  const { app, said } = window;
  await app.getByText('The app has not reported any account ID yet').waitFor();
  await app.getByText('No reporting period has begun yet', { exact: false }).waitFor();
  expect(await figure(window, 'Longest not reported')).toBe('0 days of 7');
  await app.getByRole('button', { name: 'Report now' }).click();
  await app.getByText(/^Nothing was reported\. No account ID is due before/).waitFor();
  await later(3 * DAY_MS);
  const again = await openReporting();
  expect(await figure(again, 'Longest not reported')).toBe('3 days of 7');
  expect(said).toEqual([]);
});

test('a person reads on My data whether Atlassian was told of them', async () => {
  const window = await windowOf({ accountId: OTHER.accountId });
  await openMyData(window);
  await window.app.getByText(/The app has not told Atlassian yet that it stores your account ID/).waitFor();
  await later(6 * DAY_MS);
  await openMyData(window);
  await window.app.getByText(/The app last told Atlassian on .* that it stores your account ID/).waitFor();
  expect(window.said).toEqual([]);
});

test('an account that is closed at Atlassian goes by itself, and the page tells the story', async () => {
  await change(CLOSED.accountId, 'close');
  await later(13 * DAY_MS);
  // Atlassian itself waits for 14 days before it calls an account closed.
  expect(await dumped()).toContain(CLOSED.accountId);
  await later(9 * DAY_MS);
  expect(await dumped()).not.toContain(CLOSED.accountId);
  expect(await dumped()).toContain(OTHER.accountId);

  const window = await openReporting();
  const { app, said } = window;
  await app.getByText('All account IDs are reported on time').waitFor();
  expect(await figure(window, 'Account IDs stored')).toBe('2');
  expect(await figure(window, 'Closed and deleted')).toBe('1');
  await app.getByRole('img', { name: /, 1 closed account, 0 failed calls/ }).waitFor();
  await app.getByText('The same as a table').click();
  const rows = app.getByRole('table', { name: 'Reporting periods, latest first' }).getByRole('row');
  const closed = rows.filter({ has: app.locator('td[data-label="Closed"]', { hasText: '1' }) });
  expect(await closed.count()).toBe(1);
  expect(await closed.locator('td[data-label="Account IDs"]').innerText()).toBe('3');

  await app.getByRole('tab', { name: 'Deletions' }).click();
  const erasure = app.getByRole('row').filter({ hasText: 'Atlassian' });
  await erasure.getByText('Done and confirmed').waitFor();
  expect(await erasure.locator('td[data-label="Records"]').innerText()).toMatch(/^(\d+) of \1$/);
  expect(said).toEqual([]);
});

test('while Atlassian answers 429 the page says until when it waits, and Report now does not call', async () => {
  await fault('reports-429', true, { number: 2 * 24 * 60 });
  await later(8 * DAY_MS);
  const { app, said } = await openReporting();
  await app.getByText('The last report failed').waitFor();
  await app.getByText(/asked the app to report later \(429\).*The app tries again after/).waitFor();
  await app.getByRole('button', { name: 'Report now' }).click();
  await app.getByText(/^Nothing was reported\. The app does not call Atlassian before/).waitFor();
  await fault('reports-429', false);
  await later(4 * DAY_MS);
  const { app: after } = await openReporting();
  await after.getByText('All account IDs are reported on time').waitFor();
  await after.getByText(/Atlassian has answered since/).waitFor();
  expect(said).toEqual([]);
});

test('where consent is missing it says who gives it; after that what is due is reported on a click', async () => {
  await fault('reports-401', true);
  await later(8 * DAY_MS);
  await betweenDailyRuns();
  const window = await openReporting();
  const { app, said } = window;
  await app.getByText(/has not consented to it, or not yet \(401\)\..*under Manage apps/).waitFor();
  expect(await figure(window, 'Due now')).toBe('2');
  await fault('reports-401', false);
  await app.getByText('2 account IDs are due. The app reports only these.').waitFor();
  await app.getByRole('button', { name: 'Report now' }).click();
  await app
    .getByText('The app reported 2 account IDs, and Atlassian answered: 0 closed, 0 updated.')
    .waitFor();
  await app.getByText('All account IDs are reported on time').waitFor();
  expect(await figure(window, 'Due now')).toBe('0');
  expect(said).toEqual([]);
});

test('who was removed from the site is listed with what happens when, and a click leads to their page', async () => {
  await change(REMOVED.accountId, 'remove');
  const { app, said } = await openReporting();
  const table = app.getByRole('table', { name: 'People who were removed from this site' });
  const row = table.getByRole('row').filter({ hasText: REMOVED.accountId });
  await row.getByText(/Deleted on or soon after .*, or earlier if Atlassian says/).waitFor();
  await row.locator('.link-button').click();
  await app.getByText(/^Removed from this site on/).waitFor();
  await app.getByText(/The app last told Atlassian on .* that it stores the account ID/).waitFor();
  await app.getByRole('navigation', { name: 'Breadcrumbs' }).getByRole('button').click();
  await app.locator('.link-button:focus').waitFor();
  expect(await row.locator('.link-button:focus').count()).toBe(1);
  await later(32 * DAY_MS);
  expect(await dumped()).not.toContain(REMOVED.accountId);
  expect(await dumped()).toContain(OTHER.accountId);
  expect(said).toEqual([]);
});

describe('The tab', () => {
  beforeAll(() => change(OTHER.accountId, 'remove'));

  test.each(['light', 'dark'] as const)('has nothing for axe to find, in the %s theme', async (colorMode) => {
    const window = await openReporting({ colorMode });
    await window.app.getByText('The same as a table').click();
    expect(await violations(window)).toEqual([]);
  });

  test('fits a window of 360 pixels with its chart, its tables and the row of tabs', async () => {
    const window = await openReporting();
    await window.app.getByText('The same as a table').click();
    await window.page.setViewportSize({ width: 360, height: 740 });
    expect(await violations(window)).toEqual([]);
    expect(await overflow(window)).toEqual([0, 0]);
  });
});
