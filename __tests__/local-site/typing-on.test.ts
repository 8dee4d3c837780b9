import { holdCall } from './support/hold-call';
import type { PersonsWindow } from './support/open-browser';
import { cellOf, secondsOf, weeksOf } from './support/weeks';

jest.setTimeout(180_000);

const { kept, lastWeekOf, placeOf } = weeksOf([0, 1, 2]);

test('what is typed on goes to the next cell, also while the one before is on its way; a cell that is left by the mouse is kept', async () => {
  const window = await lastWeekOf(0);
  const { page, days, said } = window;
  const { issueId } = await placeOf(0, days, 'nothing');
  const empty = await emptyDays(0, issueId, days);
  const before = secondsOf(await kept(0));
  const held = await holdCall(page, 'logTime');
  const [first = '', second = '', third = ''] = empty;
  const shows = (day: string, time: RegExp) =>
    cellOf(window, issueId, day).filter({ hasText: time }).waitFor();
  await cellOf(window, issueId, first).focus();
  await page.keyboard.type('17m');
  await page.keyboard.press('Tab');
  await held.arrived;
  await cellOf(window, issueId, second).click();
  await page.keyboard.type('1h 19m');
  await cellOf(window, issueId, third).click();
  await page.keyboard.type('23m');
  held.release();
  // What is said last takes the place of what was said before, in whichever order the answers come.
  await shows(first, /^17m$/);
  await shows(second, /^1h 19m$/);
  await page.keyboard.press('Enter');
  await shows(third, /^23m$/);
  expect(secondsOf(await kept(0))).toBe(before + (17 + 79 + 23) * 60);
  expect(said).toEqual([]);
});

test('a time that could not be logged stays in its cell, with the reason, while one types in another', async () => {
  const window = await lastWeekOf(1);
  const { page, app, days } = window;
  const { issueId } = await placeOf(1, days, 'nothing');
  const [one = '', other] = await emptyDays(1, issueId, days);
  await page.route('**/invoke', (route) =>
    route.request().postData()?.includes(`"${one}"`) ? route.abort() : route.continue(),
  );
  await cellOf(window, issueId, one).focus();
  await page.keyboard.type('17m');
  await page.keyboard.press('Tab');
  await cellOf(window, issueId, other).focus();
  await page.keyboard.type('19m');
  await app.getByText('We could not tell whether your time was logged.').waitFor();
  await page.keyboard.type('30s');
  expect(await cellOf(window, issueId, one).inputValue()).toBe('17m');
  expect(await cellOf(window, issueId, other).inputValue()).toBe('19m30s');
});

/** Logs 17 minutes in a cell and leaves it with Escape before the answer can come. */
async function leftOnItsWay(
  window: PersonsWindow,
  issueId: string,
  startedOn: string,
  then?: Parameters<typeof holdCall>[2],
) {
  const { page } = window;
  const held = await holdCall(page, 'logTime', then);
  const cell = cellOf(window, issueId, startedOn);
  await cell.focus();
  await page.keyboard.type('17m');
  await page.keyboard.press('Enter');
  await held.arrived;
  await page.keyboard.press('Escape');
  return { cell, held };
}

test('a cell that is left and opened again, while its time is on its way, keeps what is typed into it', async () => {
  const window = await lastWeekOf(2);
  const { page, app, days, said } = window;
  const { issueId, startedOn } = await placeOf(2, days, 'nothing');
  const { cell, held } = await leftOnItsWay(window, issueId, startedOn);
  await page.keyboard.type('23');
  held.release();
  await app.getByText(/^17m logged on /).waitFor();
  await page.keyboard.type('m');
  expect(await cell.inputValue()).toBe('23m');
  expect(said).toEqual([]);
});

test('a cell that is left with Escape, while its time is on its way, is named if that fails', async () => {
  const window = await lastWeekOf(1);
  const { app, days } = window;
  const { issueId, startedOn } = await placeOf(1, days, 'nothing');
  const { cell, held } = await leftOnItsWay(window, issueId, startedOn, 'abort');
  held.release();
  await app.getByText(/^We could not tell whether your time on .+ was stored\./).waitFor();
  expect(await cell.textContent()).toBe('+');
});

test('the keyboard is in the next cell before another key can come', async () => {
  const window = await lastWeekOf(2);
  const { days } = window;
  const { issueId, startedOn } = await placeOf(2, days, 'one');
  const cell = cellOf(window, issueId, startedOn);
  await cell.focus();
  const arrivedAt = await cell.evaluate(async (button) => {
    const { port1, port2 } = new MessageChannel();
    const nextTask = new Promise((resolve) => (port1.onmessage = resolve));
    button.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
    port2.postMessage('');
    await nextTask;
    return document.activeElement?.getAttribute('data-cell');
  });
  expect(arrivedAt).toBe(`${issueId}:${days[days.indexOf(startedOn) + 1] ?? ''}`);
});

test('Tab leads on from a cell in which nothing was changed', async () => {
  const window = await lastWeekOf(2);
  const { page, app, days, said } = window;
  const { issueId, startedOn } = await placeOf(2, days, 'one');
  const cell = cellOf(window, issueId, startedOn);
  await cell.press('Enter');
  await app.locator('input.cell-input:focus').waitFor();
  await page.keyboard.press('Tab');
  await app.locator('input.cell-input').waitFor({ state: 'detached' });
  const next = cellOf(window, issueId, days[days.indexOf(startedOn) + 1]);
  await next.and(app.locator(':focus')).waitFor();
  expect(said).toEqual([]);
});

/** The days of these on which there is nothing yet on the work item. */
async function emptyDays(person: number, issueId: string, days: readonly string[]): Promise<string[]> {
  const entries = (await kept(person)).filter((entry) => entry.issueId === issueId);
  return days.filter((day) => !entries.some(({ startedOn }) => startedOn === day));
}
