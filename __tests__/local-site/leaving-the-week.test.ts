import { holdCall } from './support/hold-call';
import type { PersonsWindow } from './support/open-browser';
import { cellOf, secondsOf, weeksOf } from './support/weeks';

jest.setTimeout(180_000);

const { kept, lastWeekOf, placeOf } = weeksOf([0, 1, 2, 3]);

const STAYED = /^Your time on .* is still open in its cell, so you are still in its week\./;

test('what stands in an open cell is kept when one goes to another week, also by the browser’s way back', async () => {
  const window = await lastWeekOf(0);
  const { page, app, days, said } = window;
  const { issueId, startedOn } = await placeOf(0, days, 'nothing');
  const before = secondsOf(await kept(0));
  await cellOf(window, issueId, startedOn).focus();
  await page.keyboard.type('17m');
  await goTo(window, 'This week');
  await app.getByRole('heading', { name: /^This week/ }).waitFor();
  await app.getByText(/^17m logged on /).waitFor();
  expect(secondsOf(await kept(0))).toBe(before + 17 * 60);

  await goTo(window, 'Previous week');
  const cell = cellOf(window, issueId, startedOn);
  await cell.click();
  await app.getByLabel(/^Time spent on /).fill('19m');
  await page.goBack();
  await app.getByRole('heading', { name: /^This week/ }).waitFor();
  await app.getByText(/^Corrected to 19m on /).waitFor();
  expect(secondsOf(await kept(0))).toBe(before + 19 * 60);
  expect(said).toEqual([]);
});

test('where what was typed is wrong, one stays in its week, and the page says of which cell; the same on the way back', async () => {
  const window = await lastWeekOf(1);
  const { page, app, days } = window;
  const { issueId, startedOn } = await placeOf(1, days, 'nothing');
  const before = secondsOf(await kept(1));
  await cellOf(window, issueId, startedOn).focus();
  await page.keyboard.type('8');
  await goTo(window, 'This week');
  await app.getByText(STAYED).waitFor();
  await app.getByText('Choose hours or minutes').waitFor();
  await app.getByRole('heading', { name: /^Last week/ }).waitFor();
  await page.goBack();
  await expect(cellOf(window, issueId, startedOn).inputValue()).resolves.toBe('8');
  await app.getByRole('heading', { name: /^Last week/ }).waitFor();

  await app.getByLabel(/^Time spent on /).fill('8m');
  await goTo(window, 'This week');
  await app.getByRole('heading', { name: /^This week/ }).waitFor();
  expect(await app.getByText(STAYED).count()).toBe(0);
  expect(secondsOf(await kept(1))).toBe(before + 480);
});

test('a time on its way holds the week until the app answers: where it could not be logged, it stays in its cell', async () => {
  const window = await lastWeekOf(2);
  const { page, app, days } = window;
  const { issueId, startedOn } = await placeOf(2, days, 'nothing');
  const before = (await kept(2)).length;
  const held = await holdCall(page, 'logTime', 'abort');
  await cellOf(window, issueId, startedOn).focus();
  await page.keyboard.type('17m');
  await page.keyboard.press('Tab');
  await held.arrived;
  await goTo(window, 'This week');
  held.release();
  await app.getByText(STAYED).waitFor();
  await app.getByText('We could not tell whether your time was logged.').waitFor();
  await expect(cellOf(window, issueId, startedOn).inputValue()).resolves.toBe('17m');

  await page.unroute('**/invoke');
  await goTo(window, 'This week');
  await app.getByRole('heading', { name: /^This week/ }).waitFor();
  expect(await kept(2)).toHaveLength(before + 1);
});

test('while another week is on its way, no cell opens in which what is typed would go with the week', async () => {
  const window = await lastWeekOf(3);
  const { page, app, days, said } = window;
  const { issueId, startedOn } = await placeOf(3, days, 'nothing');
  const held = await holdCall(page, 'getWeek');
  await goTo(window, 'This week');
  await held.arrived;
  await cellOf(window, issueId, startedOn).click();
  expect(await app.getByLabel(/^Time spent on /).count()).toBe(0);
  held.release();
  await app.getByRole('heading', { name: /^This week/ }).waitFor();
  expect(said).toEqual([]);
});

const goTo = ({ app }: PersonsWindow, week: string) => app.getByRole('button', { name: week }).click();
