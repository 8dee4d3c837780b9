import type { FrameLocator, Page } from 'playwright-core';
import { ADMINISTRATOR, entriesOf, openIssue, user } from './support/entries';
import type { PersonsWindow } from './support/open-browser';
import { openAdministration, openMyData, openMyTime, openPanel } from './support/pages';
import { stageWith } from './support/window-of';

jest.setTimeout(180_000);

const { windowOf } = stageWith(() => entriesOf(user(0).accountId, 6));

async function showOwnEntries(window: PersonsWindow): Promise<void> {
  await openMyData(window);
  await window.app.getByRole('tab', { name: 'Entries' }).click();
}

/** The entries begin yesterday, which may be in the week before. */
async function showTimeOfTheWeek(window: PersonsWindow): Promise<void> {
  await openMyTime(window);
  const { app } = window;
  await app.getByRole('button', { name: 'Previous week' }).click();
  await app.getByRole('heading', { name: /^Last week/ }).waitFor();
  if ((await linkIn(app).count()) === 0) await app.getByRole('button', { name: 'This week' }).click();
}

async function showEntriesOfSomebody(window: PersonsWindow): Promise<void> {
  await openAdministration(window);
  await window.app.getByRole('button', { name: `Entries of ${user(0).displayName}` }).click();
  await window.app.getByLabel('The person requested it').check();
  await window.app.getByRole('button', { name: 'Show entries' }).click();
}

const TABLES = [
  { table: 'My time', accountId: user(0).accountId, show: showTimeOfTheWeek },
  { table: 'My data, entries', accountId: user(0).accountId, show: showOwnEntries },
  {
    table: 'the administration, entries of a person',
    accountId: ADMINISTRATOR.accountId,
    show: showEntriesOfSomebody,
  },
];

const workItem = openIssue(0);
const linkIn = (app: FrameLocator) => app.getByRole('link', { name: new RegExp(workItem.key) }).first();
const headingOf = (page: Page) => page.getByRole('heading', { level: 1, name: workItem.summary });

describe.each(TABLES)('a link to a work item in $table', ({ accountId, show }) => {
  test('opens it in the same tab on a click, and by the keyboard', async () => {
    const window = await windowOf({ accountId });
    const { page, app, said } = window;
    await show(window);
    expect(await linkIn(app).getAttribute('href')).toContain(`/browse/${workItem.key}`);
    await linkIn(app).click();
    await headingOf(page).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/browse/${workItem.key}`);
    await show(window);
    await linkIn(app).press('Enter');
    await headingOf(page).waitFor();
    expect(said).toEqual([]);
  });

  test.each([
    ['Ctrl and a click', { modifiers: ['Control'] }],
    ['the middle button', { button: 'middle' }],
  ] as const)('opens it in a new tab with %s', async (_, how) => {
    const window = await windowOf({ accountId });
    const { page, app, context, said } = window;
    await show(window);
    const here = page.url();
    const opened = context.waitForEvent('page');
    await linkIn(app).click(how as Parameters<ReturnType<typeof linkIn>['click']>[0]);
    await headingOf(await opened).waitFor();
    expect(page.url()).toBe(here);
    expect(said).toEqual([]);
  });
});

test('a page of the app opens no window by itself, unless the switch in the drawer lets it', async () => {
  const window = await windowOf({ accountId: user(0).accountId });
  const { page, app, context } = window;
  await openMyData(window);
  const openByItself = () => app.locator('body').evaluate(() => open('about:blank') !== null);
  expect(await openByItself()).toBe(false);
  await page.getByRole('button', { name: 'Local Forge' }).click();
  await page.getByRole('checkbox', { name: /open windows/ }).check();
  await page.locator('iframe.app-frame[sandbox*="allow-popups"]').waitFor();
  await app.getByRole('heading', { level: 2 }).first().waitFor();
  const opened = context.waitForEvent('page');
  expect(await openByItself()).toBe(true);
  await opened;
});

test('the features that Forge grants are granted, so a receipt code can be copied', async () => {
  const window = await windowOf({ accountId: user(0).accountId });
  await openMyData(window);
  const granted = await window.app.locator('body').evaluate(() => {
    const { featurePolicy } = document as unknown as { featurePolicy: { allowedFeatures(): string[] } };
    const asked = ['camera', 'clipboard-read', 'clipboard-write', 'display-capture', 'fullscreen'];
    return [...asked, 'geolocation', 'microphone'].filter((one) =>
      featurePolicy.allowedFeatures().includes(one),
    );
  });
  expect(granted).toEqual(['camera', 'clipboard-write', 'display-capture', 'fullscreen', 'microphone']);
});

describe('where Jira refuses to lead somewhere', () => {
  test('the person reads where My data is', async () => {
    const window = await windowOf({ accountId: user(0).accountId, leadsNowhere: true });
    await openPanel(window, openIssue(3).key);
    await window.app.getByRole('link', { name: 'Your data and rights' }).click();
    await window.app.getByRole('alert').waitFor();
    expect(await window.app.getByRole('alert').innerText()).toMatch(/My data.*profile picture/);
  });

  test('the person reads where the work item is', async () => {
    const window = await windowOf({ accountId: user(0).accountId, leadsNowhere: true });
    await showOwnEntries(window);
    await linkIn(window.app).click();
    expect(await window.app.getByRole('alert').filter({ hasText: 'Jira' }).innerText()).toContain(
      `Search Jira for ${workItem.key}`,
    );
  });
});
