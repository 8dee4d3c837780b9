import { writeDuration } from '../../src/timesheet/duration';
import { openIssue, user } from './support/entries';
import { overflow } from './support/findings';
import type { PersonsWindow } from './support/open-browser';
import { openMyTime } from './support/pages';
import { cellOf, secondsOf, weeksOf } from './support/weeks';

jest.setTimeout(180_000);

const { kept, lastWeekOf, placeOf, windowOf } = weeksOf([0, 1, 2, 3, 4, 5]);

test('last week’s hours are two clicks away, in a table with sums both ways, whose weeks begin as in the viewer’s country', async () => {
  const window = await lastWeekOf(0);
  const { app, days, said } = window;
  expect(days).toHaveLength(7);
  expect(new Date(`${days[0] ?? ''}T00:00:00Z`).getUTCDay()).toBe(1);
  const week = (await kept(0)).filter(({ startedOn }) => days.includes(startedOn));
  const table = app.getByRole('table', { name: 'Time of the week, by work item and day' });
  await table.getByRole('columnheader', { name: /^Mon/ }).waitFor();
  const ofDays = await table
    .getByRole('row', { name: /^All work items/ })
    .getByRole('cell')
    .allTextContents();
  const ofDay = (day: string) => writeDuration(secondsOf(week.filter(({ startedOn }) => startedOn === day)));
  expect(ofDays).toEqual([...days.map(ofDay), writeDuration(secondsOf(week))]);
  const { id, key } = openIssue(2);
  const ofIssue = table.getByRole('row', { name: new RegExp(`^${key} `) }).getByRole('cell');
  const inAll = secondsOf(week.filter(({ issueId }) => issueId === id));
  expect(await ofIssue.last().textContent()).toBe(writeDuration(inAll));
  expect(said).toEqual([]);

  const inAmerica = await lastWeekOf(0, 'en-US');
  expect(new Date(`${inAmerica.days[0] ?? ''}T00:00:00Z`).getUTCDay()).toBe(0);
  await inAmerica.app.getByRole('button', { name: 'This week' }).click();
  await inAmerica.app.getByRole('heading', { name: /^This week/ }).waitFor();
});

test('by keyboard: a number opens the cell, Enter and Tab log, Escape leaves, arrows go on', async () => {
  const window = await lastWeekOf(1);
  const { page, app, days, said } = window;
  const { issueId, startedOn } = await placeOf(1, days, 'nothing');
  const before = secondsOf(await kept(1));
  const cell = cellOf(window, issueId, startedOn);
  await cell.focus();
  await page.keyboard.press('1');
  await page.keyboard.type('h30');
  await app.getByText('That is 1h 30m').waitFor();
  await page.keyboard.press('Escape');
  await expect(cell.evaluate((button) => button === document.activeElement)).resolves.toBe(true);
  expect(secondsOf(await kept(1))).toBe(before);

  await page.keyboard.press('8');
  await page.keyboard.press('Enter');
  await app.getByText('Choose hours or minutes').waitFor();
  await page.keyboard.type('m');
  await page.keyboard.press('Enter');
  await app.getByText(/^8m logged on .*\. That day now has /).waitFor();
  expect(await cell.textContent()).toBe('8m');
  await expect(cell.evaluate((button) => button === document.activeElement)).resolves.toBe(true);
  expect(secondsOf(await kept(1))).toBe(before + 480);

  const next = cellOf(window, issueId, days[days.indexOf(startedOn) + 1]);
  await page.keyboard.press('Enter');
  await page.keyboard.type('10m');
  await page.keyboard.press('Tab');
  await app.getByText(/^Corrected to 10m on /).waitFor();
  await expect(next.evaluate((button) => button === document.activeElement)).resolves.toBe(true);
  await page.keyboard.press('ArrowLeft');
  await expect(cell.evaluate((button) => button === document.activeElement)).resolves.toBe(true);
  expect(secondsOf(await kept(1))).toBe(before + 600);
  expect(said).toEqual([]);
});

test('a cell with one entry corrects and deletes it, which is undone; one with several shows them', async () => {
  const window = await lastWeekOf(2);
  const { page, app, days, said } = window;
  const entry = await placeOf(2, days, 'one');
  const cell = cellOf(window, entry.issueId, entry.startedOn);
  const before = secondsOf(await kept(2));
  await cell.click();
  await app.getByLabel(/^Time spent on /).fill('7h');
  await app.getByRole('button', { name: 'Save' }).click();
  await app.getByText(/^Corrected to 7h on /).waitFor();
  expect(secondsOf(await kept(2))).toBe(before - entry.seconds + 7 * 3600);
  await page.clock.install();
  await page.getByRole('button', { name: 'Undo' }).click();
  await app.getByText('Undone.').waitFor();
  // It does not stay above what is done later.
  await page.clock.fastForward('01:01');
  await app.getByText('Undone.').waitFor({ state: 'detached' });
  await page.clock.resume();
  expect(await cell.textContent()).toBe(writeDuration(entry.seconds));
  expect(secondsOf(await kept(2))).toBe(before);

  await cell.click();
  await app.getByRole('button', { name: /^Delete / }).click();
  await app.getByText(/ deleted\.$/).waitFor();
  expect(secondsOf(await kept(2))).toBe(before - entry.seconds);
  await page.getByRole('button', { name: 'Undo' }).click();
  await app.getByText('Undone.').waitFor();

  await logByKey(window, openIssueOf(entry.issueId), entry.startedOn, '13m');
  await cell.click();
  await app.getByRole('button', { name: /^Correct 13m on / }).click();
  await app.getByLabel(/^Time spent on /).fill('14m');
  await page.keyboard.press('Enter');
  await app.getByText(/^Corrected to 14m on /).waitFor();
  expect(await cell.textContent()).toBe(writeDuration(entry.seconds + 14 * 60));
  await cell.click();
  await page.getByRole('button', { name: 'Undo' }).waitFor();
  await app.getByRole('button', { name: 'Log more' }).click();
  await app.getByLabel(/^Time spent on /).fill('1m');
  await page.keyboard.press('Enter');
  await app.getByText(/^1m logged on /).waitFor();
  expect(secondsOf(await kept(2))).toBe(before + 15 * 60);
  expect(said).toEqual([]);
});

const openIssueOf = (id: string): string => {
  const keys = [0, 1, 2, 3, 4].map(openIssue).filter((issue) => issue.id === id);
  return keys[0]?.key ?? '';
};

async function logByKey({ app }: PersonsWindow, key: string, day: string, duration: string): Promise<void> {
  const form = app.getByRole('form', { name: 'Log time on any work item' });
  await form.getByLabel('Work item', { exact: true }).fill(key);
  await form.getByLabel('Date').fill(day);
  await form.getByLabel('Time spent').fill(duration);
  await form.getByRole('button', { name: 'Log time' }).click();
  await app.getByText(new RegExp(`^${duration} logged on`)).waitFor();
}

test('time is logged on any work item by its key or among the recent ones, and one that nobody has is said', async () => {
  const window = await lastWeekOf(3);
  const { app, days, said } = window;
  const form = app.getByRole('form', { name: 'Log time on any work item' });
  await form.getByLabel('Time spent').fill('20m');
  await form.getByLabel('Work item', { exact: true }).fill('APP-99999');
  await form.getByRole('button', { name: 'Log time' }).click();
  await form.getByText('We found no work item with this key that you may see.').waitFor();

  const { id, key } = openIssue(20);
  await logByKey(window, key.toLowerCase(), days[0] ?? '', '20m');
  expect(await cellOf(window, id, days[0]).textContent()).toBe('20m');
  const recent = form.getByRole('button', { name: new RegExp(`^${openIssue(1).key} `) });
  await recent.click();
  expect(await recent.getAttribute('aria-pressed')).toBe('true');
  await form.getByLabel('Time spent').fill('21m');
  await form.getByRole('button', { name: 'Log time' }).click();
  await app.getByText(/^21m logged on/).waitFor();
  const logged = (await kept(3)).filter(({ seconds }) => seconds === 1200 || seconds === 1260);
  expect(logged.map(({ issueId }) => issueId).sort()).toEqual([id, openIssue(1).id].sort());
  expect(said).toEqual([]);
});

test('after a lost answer, the same time in the same cell is kept once, also when the cell was left', async () => {
  const window = await lastWeekOf(4);
  const { page, app, days } = window;
  const { issueId, startedOn } = await placeOf(4, days, 'nothing');
  const before = (await kept(4)).length;
  await page.route('**/invoke', async (route) => {
    if (!route.request().postData()?.includes('logTime')) return route.continue();
    await route.fetch();
    await route.abort();
  });
  await cellOf(window, issueId, startedOn).click();
  await app.getByLabel(/^Time spent on /).fill('1h 30m');
  await page.keyboard.press('Enter');
  await app.getByText('We could not tell whether your time was logged.').waitFor();
  await page.keyboard.press('Escape');
  await page.unroute('**/invoke');
  await cellOf(window, issueId, startedOn).click();
  await app.getByLabel(/^Time spent on /).fill('90 min');
  await page.keyboard.press('Enter');
  await app.getByText(/^1h 30m logged on/).waitFor();
  expect(await kept(4)).toHaveLength(before + 1);
});

test('in a narrow window the week is a list, and time is logged there, too', async () => {
  const window = await windowOf({ accountId: user(5).accountId, locale: 'en-GB' });
  const { page, app } = window;
  await openMyTime(window);
  await page.setViewportSize({ width: 360, height: 740 });
  // The months of the year are tables as well.
  await app.locator('.week-grid').waitFor({ state: 'detached' });
  await app.getByRole('list').first().waitFor();
  const today = await app.getByLabel('Date').inputValue();
  await logByKey(window, openIssue(20).key, today, '25m');
  await app
    .getByRole('listitem')
    .filter({ hasText: openIssue(20).key })
    .filter({ hasText: '25m' })
    .first()
    .waitFor();

  const entry = app
    .getByRole('listitem')
    .filter({ hasText: openIssue(20).key })
    .filter({ hasText: '25m' })
    .last();
  await entry.getByRole('button', { name: /^Correct 25m on / }).click();
  await app
    .getByRole('form', { name: /^Correct / })
    .getByLabel('Time spent')
    .fill('35m');
  await app.getByRole('button', { name: 'Save' }).click();
  await app.getByText(/^Corrected to 35m on /).waitFor();
  const before = (await kept(5)).length;
  await app.getByRole('button', { name: /^Delete 35m on / }).click();
  await app.getByText(/^35m on .* deleted\.$/).waitFor();
  expect(await kept(5)).toHaveLength(before - 1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await app.getByText('Undone.').waitFor();
  expect(await kept(5)).toHaveLength(before);
  expect(await overflow(window)).toEqual([0, 0]);
});
