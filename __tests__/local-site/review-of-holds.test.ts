import { ADMINISTRATOR, entriesOf, user } from './support/entries';
import { findingsOf, NOTHING_WRONG } from './support/findings';
import type { PersonsWindow } from './support/open-browser';
import { openAdministration, openMyData } from './support/pages';
import { stageWith } from './support/window-of';

jest.setTimeout(180_000);

const DAY_MS = 86_400_000;
const { accountId, displayName } = user(0);
const { site, windowOf } = stageWith(() => entriesOf(accountId, 2));

/** The day so many days from now by the clock of the site, as a field of a form has it. */
async function dayIn(days: number): Promise<string> {
  const { now } = await site().read<{ now: number }>('/clock');
  return new Date(now + days * DAY_MS).toISOString().slice(0, 10);
}

async function restrict({ app }: PersonsWindow): Promise<void> {
  await app.getByRole('button', { name: `Restrict the data of ${displayName}` }).click();
  await app.getByRole('radio', { name: 'A legal duty' }).check();
  await app.getByRole('button', { name: 'Continue' }).click();
  const day = app.getByLabel('Review it on');
  const proposed = await day.inputValue();
  expect(proposed > (await dayIn(179)) && proposed < (await dayIn(187))).toBe(true);
  await day.focus();
  await day.press('Backspace');
  await app.getByRole('button', { name: 'Restrict use' }).click();
  await app.getByText('Enter the full date: day, month and year.').waitFor();
  await day.fill(await dayIn(400));
  await app.getByRole('button', { name: 'Restrict use' }).click();
  await app.getByText('Choose a day from tomorrow to twelve months from today.').waitFor();
  expect(await day.evaluate((field) => field === document.activeElement)).toBe(true);
  await day.fill(await dayIn(10));
  await app.getByRole('button', { name: 'Restrict use' }).click();
  await app.getByText(/The review is due on .* The restriction does not end automatically\./).waitFor();
}

/** The form for requests that came by letter, on the page of the person. */
async function enterHalfADate({ app }: PersonsWindow): Promise<void> {
  await app.getByText('Enter a request that came by letter or e-mail').click();
  const day = app.getByLabel('Received on');
  await day.focus();
  await day.press('Backspace');
  await app.getByRole('button', { name: 'Enter the request' }).click();
  await app.getByText('Enter the full date: day, month and year.').waitFor();
  await app.locator('input[aria-invalid="true"]:focus').waitFor();
  await day.fill('');
  await app.getByRole('button', { name: 'Enter the request' }).click();
  await app.getByText('Enter the full date: day, month and year.').waitFor();
}

test('a restriction for a legal duty asks for its review on its day, and is extended where that leads to', async () => {
  const options = { accountId: ADMINISTRATOR.accountId, colorMode: 'auto' } as const;
  const window = await windowOf(options);
  const { page, app, said } = window;
  await openAdministration(window);
  await restrict(window);
  await enterHalfADate(window);
  expect(await app.getByText('due for review').count()).toBe(0);

  const person = await windowOf({ accountId });
  await openMyData(person);
  await person.app.getByText(/An administrator must review that by/).waitFor();
  await person.app.getByText(/does not end automatically on the day of the review/).waitFor();

  await site().change('/clock', { advanceMs: 11 * DAY_MS });
  await openAdministration(window);
  const needed = app.getByRole('region', { name: /^Needs you/ });
  const way = needed.getByRole('button', { name: `Review the restriction of ${displayName}` });
  await way.waitFor();
  expect(await findingsOf(window)).toEqual(NOTHING_WRONG);
  await page.setViewportSize({ width: 1280, height: 800 });
  await way.click();
  await page.waitForURL(/\/[0-9a-f]{20}\?for=restrict$/);
  expect(page.url()).not.toContain(accountId);
  await app.getByRole('radio', { name: 'A legal duty' }).check();
  await app.getByRole('button', { name: 'Continue' }).click();
  await app.getByText(/The review has been due since/).waitFor();
  await app.getByRole('button', { name: 'Extend the restriction' }).click();
  await app.getByText(/The review is due on \d/).waitFor();
  expect(await findingsOf(window)).toEqual(NOTHING_WRONG);
  await page.setViewportSize({ width: 1280, height: 800 });
  await app.getByRole('navigation', { name: 'Breadcrumbs' }).getByRole('button', { name: 'People' }).click();
  await app.getByRole('button', { name: `Restrict the data of ${displayName}` }).waitFor();
  expect(await way.count()).toBe(0);
  expect(said).toEqual([]);
  expect(person.said).toEqual([]);
});
