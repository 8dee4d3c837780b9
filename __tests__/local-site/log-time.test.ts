import { dayBeside } from '../../static/shared/dates';
import type { PersonsWindow } from './support/open-browser';
import { entriesOf, openIssue, user } from './support/entries';
import { openPanel } from './support/pages';
import { stageWith } from './support/window-of';

jest.setTimeout(180_000);

const { site, windowOf } = stageWith(() => entriesOf(user(0).accountId, 3));

async function panelOf(person: number, issue: number): Promise<PersonsWindow> {
  const window = await windowOf({ accountId: user(person).accountId, locale: 'en-GB' });
  await openPanel(window, openIssue(issue).key);
  return window;
}

async function secondsOf(person: number): Promise<number[]> {
  const rows = (await site().dump()).filter((row) => row.entityName === 'time-entry');
  const entries = rows.map((row) => row.value as { accountId: string; seconds: number });
  return entries
    .filter(({ accountId }) => accountId === user(person).accountId)
    .map(({ seconds }) => seconds)
    .sort((one, other) => one - other);
}

test('the panel says at once how it reads a duration, and asks where it can be two things', async () => {
  const { app, said } = await panelOf(1, 20);
  const field = app.getByLabel('Time spent');
  await field.fill('1h30');
  await app.getByText('That is 1h 30m').waitFor();
  await field.fill('1d');
  await app.getByText('That is 8h, at 8 hours a day and 5 days a week, as set in Jira').waitFor();
  await field.fill('8');
  await app.getByRole('button', { name: 'Log time' }).click();
  await app.getByText('Choose hours or minutes').waitFor();
  await app.getByRole('button', { name: '8 hours' }).click();
  await app.getByText('That is 8h').waitFor();
  expect(await app.getByText('Choose hours or minutes').count()).toBe(0);
  await app.getByRole('button', { name: 'Log time' }).click();
  await app.getByText(/8h logged on/).waitFor();
  expect(await secondsOf(1)).toEqual([8 * 3600]);
  expect(said).toEqual([]);
});

test('a hint stays beside an error, and an error goes when its field is corrected', async () => {
  const { app } = await panelOf(2, 20);
  const field = app.getByLabel('Time spent');
  const logIt = app.getByRole('button', { name: 'Log time' });
  await field.fill('25h');
  await logIt.click();
  await app.getByText('At most 24 hours.').waitFor();
  await app.getByText('That is 25h').waitFor();
  await field.fill('23h');
  expect(await app.getByText('At most 24 hours.').count()).toBe(0);
  await logIt.click();
  await app.getByText(/23h logged on/).waitFor();
  await field.fill('2h');
  await logIt.click();
  await app.getByText('This day has 1h left.').waitFor();
});

test('a day that is not today is said, one long ago is asked about, and half a date is not taken for one', async () => {
  const { page, app } = await panelOf(3, 20);
  const day = app.getByLabel('Date');
  const logIt = app.getByRole('button', { name: 'Log time' });
  await app.getByLabel('Time spent').fill('15m');
  // Today is the day where the person is, which may be another than that of this machine.
  const today = await day.inputValue();
  await day.fill(dayBeside(today, -1));
  await app.getByText(/, yesterday$/).waitFor();
  await day.fill('0202-11-02');
  await logIt.click();
  await app.getByText('Is the year 202 right? If so, submit it again.').waitFor();
  expect(await secondsOf(3)).toEqual([]);
  await day.fill('');
  await day.focus();
  await page.keyboard.type('11');
  await logIt.click();
  await app.getByText('Choose a day.').waitFor();
  await day.fill('1999-12-31');
  await logIt.click();
  await logIt.click();
  await app.getByText(/^Your organisation stores entries for .+ days\. This day is older\.$/).waitFor();
  expect(await secondsOf(3)).toEqual([]);
});

test('after a lost answer the same time is kept once, however it is written', async () => {
  const { page, app } = await panelOf(4, 20);
  await app.getByLabel('Time spent').fill('1h 30m');
  let lost = 0;
  await page.route('**/invoke', async (route) => {
    if (!route.request().postData()?.includes('logTime')) return route.continue();
    await route.fetch();
    lost += 1;
    await route.abort();
  });
  await app.getByRole('button', { name: 'Log time' }).click();
  await app.getByText('We could not tell whether your time was logged.').waitFor();
  expect(lost).toBe(2);
  await page.unroute('**/invoke');
  await app.getByLabel('Time spent').fill('90 min');
  await app.getByRole('button', { name: 'Log time' }).click();
  await app.getByText(/1h 30m logged on/).waitFor();
  expect(await secondsOf(4)).toEqual([5400]);
});

test('a panel left open over midnight logs to the new day', async () => {
  const window = await windowOf({ accountId: user(5).accountId, locale: 'en-GB' });
  await window.page.clock.install();
  await openPanel(window, openIssue(20).key);
  const before = await window.app.getByLabel('Date').inputValue();
  await window.page.clock.fastForward('24:00:00');
  const after = new Date(Date.parse(`${before}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  await window.app.locator(`input[type="date"][max="${after}"]`).waitFor();
  expect(await window.app.getByLabel('Date').inputValue()).toBe(after);
});
