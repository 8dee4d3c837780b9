import { writeDuration } from '../../src/timesheet/duration';
import { dayBeside, formatDay, longDay } from '../../static/shared/dates';
import { openMyData } from './support/pages';
import { cellOf, secondsOf, weeksOf, type Kept } from './support/weeks';

jest.setTimeout(180_000);

const { kept, lastWeekOf, placeOf } = weeksOf([0, 1]);
const viewer = { locale: 'en-GB' };

test('the year shows each day, by mouse and keyboard; a day leads to its week, and on My data to its entries', async () => {
  const window = await lastWeekOf(1);
  const { page, app, days, said } = window;
  const [, , day = ''] = days;
  const mark = app.locator(`[data-day="${day}"]`);
  const ofDay = secondsOf((await kept(1)).filter(({ startedOn }) => startedOn === day));
  const words = `${longDay(day, 'en-GB')}: ${writeDuration(ofDay)}`;
  await app.getByRole('button', { name: words }).waitFor();
  await app.getByRole('button', { name: 'This week' }).click();
  await app.getByRole('heading', { name: /^This week/ }).waitFor();
  await mark.focus();
  await page.keyboard.press('ArrowRight');
  await app.locator(`[data-day="${dayBeside(day, 1)}"]:focus`).waitFor();
  await page.keyboard.press('ArrowUp');
  await app.locator(`[data-day="${dayBeside(day, -6)}"]:focus`).press('Enter');
  await app
    .locator('#week-title:focus')
    .getByText(formatDay(dayBeside(days[0] ?? '', -7), viewer))
    .waitFor();

  await openMyData(window);
  await mark.click();
  await app.getByRole('button', { name: 'Last week' }).and(app.locator('[aria-pressed="true"]')).waitFor();
  expect(await app.getByLabel('From').inputValue()).toBe(days[0]);
  expect(said).toEqual([]);
});

test('several at once: a week and a day repeated, a duration on several days, cells pasted; taken back by a flag', async () => {
  const window = await lastWeekOf(0);
  const { page, app, days, said } = window;
  const [first, second] = [days[0] ?? '', days[1] ?? ''];
  const before = await kept(0);
  const secondsBefore = secondsOf(before);
  await app.getByRole('button', { name: 'Repeat a day or a week' }).click();
  const repeat = app.getByRole('region', { name: 'Repeat a day or a week' });
  await repeat.getByRole('button', { name: /^Log \d+ entr/ }).click();
  await app.getByText(/^\d+ entr\S+ logged, .* in all\.$/).waitFor();
  const afterWeek = await kept(0);
  const inWeek = (entries: readonly Kept[]) =>
    secondsOf(entries.filter(({ startedOn }) => days.includes(startedOn)));
  const weekBefore = before.filter(({ startedOn }) => startedOn < first && startedOn >= dayBeside(first, -7));
  expect(inWeek(afterWeek)).toBe(inWeek(before) + secondsOf(weekBefore));
  await page.getByRole('button', { name: 'Undo' }).click();
  await app.getByText('Undone.').waitFor();
  expect(secondsOf(await kept(0))).toBe(secondsBefore);

  await app.getByRole('button', { name: 'Repeat a day or a week' }).click();
  await repeat.getByLabel('Repeat').selectOption(first);
  await repeat.getByRole('checkbox').first().check();
  await repeat.getByText('already').waitFor();
  await repeat.getByRole('button', { name: /^Log \d/ }).click();
  await app.getByText(/ logged, .* in all\.$/).waitFor();
  const ofFirst = secondsOf(before.filter(({ startedOn }) => startedOn === first));
  expect(secondsOf(await kept(0))).toBe(secondsBefore + ofFirst);

  const { issueId } = await placeOf(0, [first, second], 'nothing');
  await cellOf(window, issueId, first).click();
  await app.getByLabel(/^Time spent on /).fill('6m');
  await app.getByRole('group', { name: 'The same also on' }).getByRole('checkbox').first().check();
  await app.getByLabel(/^Time spent on /).press('Enter');
  await app.getByText('2 entries logged, 12m in all.').waitFor();
  expect((await kept(0)).filter(({ seconds }) => seconds === 360)).toHaveLength(2);

  const paste = (cell: Element): void => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', '7m\t7m\nlong');
    cell.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  };
  await app.locator(`[data-cell$="${second}"]`).first().evaluate(paste);
  await app.getByText('1 cell is left out: no duration, or outside the table.').waitFor();
  await app.getByRole('button', { name: 'Log 2 entries, 14m' }).click();
  await app.getByText('2 entries logged, 14m in all.').waitFor();
  expect((await kept(0)).filter(({ seconds }) => seconds === 420)).toHaveLength(2);
  expect(said).toEqual([]);
});
