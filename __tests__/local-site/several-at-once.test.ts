import { dayBeside } from '../../static/shared/dates';
import { cellOf, secondsOf, weeksOf, type Kept } from './support/weeks';

jest.setTimeout(180_000);

const { kept, lastWeekOf, placeOf } = weeksOf([0]);

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
  await app.getByText('1 cell is left out: no duration, or beside the table.').waitFor();
  await app.getByRole('button', { name: 'Log 2 entries, 14m' }).click();
  await app.getByText('2 entries logged, 14m in all.').waitFor();
  expect((await kept(0)).filter(({ seconds }) => seconds === 420)).toHaveLength(2);
  expect(said).toEqual([]);
});
