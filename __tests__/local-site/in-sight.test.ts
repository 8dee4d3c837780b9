import type { BrowserContext } from 'playwright-core';
import { entriesOf, openIssue, user } from './support/entries';
import { openMyData, openMyTime } from './support/pages';
import { stageWith } from './support/window-of';

jest.setTimeout(180_000);

const { site, windowOf } = stageWith(() => entriesOf(user(0).accountId, 20));
const secondsOf = (list: { seconds: number }[]): number =>
  list.reduce((sum, { seconds }) => sum + seconds, 0);

/** The Monday of this week where the person of this browser lives. */
async function mondayFor(context: BrowserContext): Promise<string> {
  const answer = await context.request.get(`${site().url}/__local/session`);
  const { now, person } = (await answer.json()) as { now: number; person: { timeZone: string } };
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: person.timeZone }).format(now);
  const date = new Date(`${today}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}

test('on a work item where nobody put anything, time is logged from the right-hand column in two clicks', async () => {
  const { accountId } = user(1);
  const { page, go, app, said } = await windowOf({ accountId });
  await go('/browse/PAY-3');
  await page.getByRole('button', { name: 'Time and privacy Log time' }).click();
  await app.getByText('You have logged no time today.').waitFor();
  await app.getByLabel('Time spent').fill('1h 15m');
  await app.getByRole('button', { name: 'Log time' }).click();
  await app.getByText(/1h 15m logged on/).waitFor();
  await app.getByText('Today 1h 15m').waitFor();
  const stored = (await site().dump()).filter(({ entityName }) => entityName === 'time-entry');
  const own = stored.filter(({ value }) => (value as { accountId: string }).accountId === accountId);
  expect(own).toHaveLength(1);

  await app.getByRole('button', { name: /^Delete 1/ }).click();
  await app.getByText('You have logged no time today.').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await app.getByText('Today 1h 15m').waitFor();
  expect(said).toEqual([]);
});

test('a context that was left open is open on the next work item, and closes', async () => {
  const { page, go, app } = await windowOf({ accountId: user(2).accountId });
  await go(`/browse/${openIssue(4).key}`);
  const line = page.getByRole('button', { name: 'Time and privacy Log time' });
  expect(await line.getAttribute('aria-expanded')).toBe('false');
  await line.click();
  await app.getByRole('button', { name: 'Log time' }).waitFor();
  await go(`/browse/${openIssue(5).key}`);
  await app.getByRole('button', { name: 'Log time' }).waitFor();
  await line.click();
  expect(await page.locator('iframe').count()).toBe(0);
});

test('My time in a narrow window shows today and the week, day by day with work items, and goes to the week before', async () => {
  const { accountId } = user(0);
  const window = await windowOf({ accountId, locale: 'en-GB' });
  const { page, go, app, said } = window;
  await go(`/browse/${openIssue(6).key}`);
  await page.getByRole('button', { name: 'Time and privacy Log time' }).click();
  await app.getByLabel('Time spent').fill('2h');
  await app.getByRole('button', { name: 'Log time' }).click();
  await app.getByText(/2h logged on/).waitFor();

  await openMyTime(window);
  // Where a table has no room there is a list; the table has its own tests.
  await page.setViewportSize({ width: 360, height: 740 });
  const figure = (name: string) => app.locator('.sums > div', { hasText: name }).locator('dd').innerText();
  expect(await figure('Today')).toBe('2h');
  const today = app.getByRole('listitem').filter({ hasText: '(today)' }).first();
  await today.getByRole('link', { name: `${openIssue(6).key} ${openIssue(6).summary}` }).waitFor();
  const days = app.locator('.day');
  expect(await days.count()).toBeLessThanOrEqual(7);
  const monday = await mondayFor(window.context);
  const before = entriesOf(accountId, 20).filter(({ startedOn }) => startedOn >= monday);
  expect(await app.locator('.day-entries > li').count()).toBe(before.length + 1);
  const seconds = 7200 + secondsOf(before);
  const minutes = Math.round(seconds / 60);
  const rest = minutes % 60 === 0 ? '' : ` ${minutes % 60}m`;
  expect(await figure('This week')).toBe(`${Math.floor(minutes / 60)}h${rest}`);

  await app.getByRole('button', { name: 'Previous week' }).click();
  await app.getByRole('heading', { name: /^Last week/ }).waitFor();
  expect(await app.locator('.day-entries > li').count()).toBe(7);
  await app.getByRole('button', { name: 'Next week' }).click();
  await app.getByText('(today)').waitFor();
  await app.getByRole('link', { name: 'My data' }).click();
  await page.getByRole('heading', { level: 1, name: 'My data' }).waitFor();
  expect(said).toEqual([]);
});

test('in the native layout Jira draws the heading of a page, and the page none', async () => {
  const window = await windowOf({ accountId: user(0).accountId });
  const { page, app } = window;
  await openMyData(window);
  expect(await page.getByRole('heading', { level: 1 }).allInnerTexts()).toEqual(['My data']);
  expect(await app.getByRole('heading', { level: 1 }).count()).toBe(0);
});

test('in a window zoomed to 200 % a dialog says that there is more below, and leads to the field to type in', async () => {
  const window = await windowOf({ accountId: user(0).accountId, locale: 'en-GB' });
  const { page, app } = window;
  await page.setViewportSize({ width: 640, height: 450 });
  await openMyData(window);
  await app.getByRole('button', { name: 'Delete everything' }).click();
  const more = app.getByRole('button', { name: /^More below/ });
  const inSight = async (name: string) => {
    const box = await app.getByRole('dialog').getByText(name).boundingBox();
    return box !== null && box.y >= 0 && box.y + box.height < 450;
  };
  await more.waitFor();
  expect(await inSight('More below')).toBe(true);
  for (let clicks = 0; clicks < 4 && (await more.count()) > 0; clicks += 1) await more.click();
  await more.waitFor({ state: 'detached' });
  expect(await inSight('Type DELETE to confirm')).toBe(true);
});
