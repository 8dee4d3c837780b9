import { entriesOf, openIssue, user } from './support/entries';
import { openMyTime } from './support/pages';
import { stageWith } from './support/window-of';

jest.setTimeout(180_000);

const { windowOf } = stageWith(() => entriesOf(user(0).accountId, 3));
const PHONE = { accountId: user(0).accountId, locale: 'en-GB', width: 360, height: 740 };

test('on a phone the form to log time comes before the week, and turning it keeps what was typed', async () => {
  const window = await windowOf({ ...PHONE, width: 1280 });
  const { page, app } = window;
  await openMyTime(window);
  const isAbove = async () =>
    app.locator('main').evaluate((main) => {
      const [form, week] = [main.querySelector('#log-time-title'), main.querySelector('#week-title')];
      return form && week
        ? (form.compareDocumentPosition(week) & Node.DOCUMENT_POSITION_FOLLOWING) > 0
        : undefined;
    });
  await app.getByLabel('Time spent', { exact: true }).fill('1h 17m');
  expect(await isAbove()).toBe(false);
  await page.setViewportSize({ width: 360, height: 740 });
  await app.locator('.days').waitFor();
  expect(await isAbove()).toBe(true);
  expect(await app.getByLabel('Time spent', { exact: true }).inputValue()).toBe('1h 17m');
});

test('what was logged with the form is said where the person is, and can be undone there', async () => {
  const window = await windowOf({ ...PHONE, width: 1280 });
  const { page, app } = window;
  await openMyTime(window);
  await page.setViewportSize({ width: 360, height: 740 });
  const form = app.getByRole('form', { name: 'Log time on any work item' });
  await form.getByRole('button', { name: openIssue(0).key }).click();
  await form.getByLabel('Time spent').fill('7m');
  await form.getByRole('button', { name: 'Log time' }).click();
  const flag = page.getByText(/^7m logged on /);
  await flag.waitFor();
  const place = await flag.boundingBox();
  expect((place?.y ?? Infinity) + (place?.height ?? 0)).toBeLessThanOrEqual(PHONE.height);
  await page.getByRole('button', { name: 'Undo' }).click();
  await app.getByText('Undone.').waitFor({ state: 'attached' });
});
