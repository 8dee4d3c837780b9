import { contentPolicy } from '../../local/site/content-policy';
import { addressesOf } from '../../local/site/addresses';
import { ADMINISTRATOR, entriesOf, JIRA, openIssue, user } from './support/entries';
import { openMyData } from './support/pages';
import { stageWith } from './support/window-of';

jest.setTimeout(180_000);

const SANDBOX = [
  'allow-downloads',
  'allow-forms',
  'allow-modals',
  'allow-pointer-lock',
  'allow-same-origin',
  'allow-scripts',
];
const PANEL = 'Time and privacy';

const { site, windowOf } = stageWith(() => entriesOf(user(0).accountId, 3));

describe('an issue', () => {
  test('shows the panel after a click on the app’s button, and keeps it for everyone', async () => {
    const { page, go, app, said } = await windowOf({ accountId: user(0).accountId });
    await go(`/browse/${openIssue(10).key}`);
    await page.getByRole('heading', { level: 1, name: openIssue(10).summary }).waitFor();
    expect(await page.locator('iframe').count()).toBe(0);
    await page.locator('.toolbar').getByRole('button', { name: PANEL }).click();
    await app.getByRole('button', { name: 'Log time' }).waitFor();
    expect(await page.locator('.toolbar').getByRole('button', { name: PANEL }).count()).toBe(0);

    const other = await windowOf({ accountId: user(1).accountId });
    await other.go(`/browse/${openIssue(10).key}`);
    await other.app.getByRole('button', { name: 'Log time' }).waitFor();
    expect([...said, ...other.said]).toEqual([]);
  });

  test('lets only an administrator show the panel for all work items, those of one space', async () => {
    const { key } = openIssue(11);
    const plain = await windowOf({ accountId: user(0).accountId });
    await plain.go(`/browse/${key}`);
    await plain.page.locator('.toolbar').getByRole('button', { name: PANEL }).click();
    await plain.page.getByRole('button', { name: `More actions for ${PANEL}` }).click();
    expect(await plain.page.getByRole('menuitem').allTextContents()).toEqual(['Hide from this work item']);

    const { page, go, app } = await windowOf({ accountId: ADMINISTRATOR.accountId });
    await go(`/browse/${key}`);
    await page.getByRole('button', { name: `More actions for ${PANEL}` }).click();
    await page.getByRole('menuitem', { name: 'Show for all work items' }).click();
    await page.getByRole('button', { name: `More actions for ${PANEL}` }).waitFor();
    await go(`/browse/${openIssue(12).key}`);
    await app.getByRole('button', { name: 'Log time' }).waitFor();
    await go('/browse/PAY-1');
    await page.locator('.toolbar').getByRole('button', { name: PANEL }).waitFor();
    expect(await page.locator('iframe').count()).toBe(0);
    await go(`/browse/${openIssue(12).key}`);
    await page.getByRole('button', { name: `More actions for ${PANEL}` }).click();
    await page.getByRole('menuitem', { name: 'Hide from all work items' }).click();
    await page.locator('.toolbar').getByRole('button', { name: PANEL }).waitFor();
    expect(await page.locator('iframe').count()).toBe(0);
  });

  test('is not there for a person who may not see it', async () => {
    const outsider = JIRA.people.find(({ accountId, isAdmin, accountType, active }) => {
      const insiders = JIRA.projects.find((project) => project.key === 'OPS')?.browsers ?? [];
      return (
        !insiders.includes(accountId) && isAdmin !== true && accountType === undefined && active !== false
      );
    });
    const { page, go } = await windowOf({ accountId: outsider?.accountId ?? '' });
    await go('/browse/OPS-1');
    await page.getByRole('heading', { name: 'This page could not be shown' }).waitFor();
    expect(await page.locator('iframe').count()).toBe(0);
  });
});

describe('an app page', () => {
  test('runs in Forge’s sandbox, on a host of its own, under exactly the production policy', async () => {
    const window = await windowOf({ accountId: user(0).accountId });
    const { page } = window;
    const policy = page.waitForResponse((answer) => answer.url().endsWith('/my-data/index.html'));
    await openMyData(window);

    const frame = page.locator('iframe.app-frame');
    expect((await frame.getAttribute('sandbox'))?.split(' ').sort()).toEqual(SANDBOX);
    const addresses = addressesOf(Number(new URL(site().url).port));
    expect(new URL((await frame.getAttribute('src')) ?? '').origin).toBe(addresses.appOrigin);
    const headers = (await policy).headers();
    expect(headers['content-security-policy']).toBe(contentPolicy('<html></html>', {}, addresses));
    expect(headers['content-security-policy']).not.toContain('unsafe-inline');
  });

  test('grows and shrinks with its content', async () => {
    const { page, go, app } = await windowOf({ accountId: user(0).accountId });
    await go(`/browse/${openIssue(0).key}`);
    await page.locator('.toolbar').getByRole('button', { name: PANEL }).click();
    await app.getByRole('button', { name: 'Log time' }).waitFor();
    const frame = page.locator('iframe.app-frame');
    await app.getByText('Your time on this work item').waitFor();
    const height = async (): Promise<number> => (await frame.boundingBox())?.height ?? 0;
    const before = await height();
    await app.locator('body').evaluate((body) => {
      const block = document.createElement('div');
      block.id = 'tall';
      block.style.height = '700px';
      body.append(block);
    });
    await page.waitForFunction(
      (least) => (document.querySelector('iframe')?.offsetHeight ?? 0) >= least,
      before + 700,
    );
    await app.locator('#tall').evaluate((block) => block.remove());
    await page.waitForFunction(
      (most) => (document.querySelector('iframe')?.offsetHeight ?? 0) <= most,
      before,
    );
    expect(await height()).toBe(before);
  });

  test('takes over the frame’s theme at once when it changes', async () => {
    const window = await windowOf({ accountId: user(0).accountId });
    const { page, app } = window;
    await openMyData(window);
    expect(await app.locator('html').getAttribute('data-color-mode')).toBe('light');
    await page.getByRole('button', { name: 'Local Forge' }).click();
    await page.getByRole('button', { name: 'Dark', exact: true }).click();
    await app.locator('html[data-color-mode="dark"]').waitFor();
    expect(await page.locator('html').getAttribute('data-color-mode')).toBe('dark');
  });

  test('gets an error that names a bridge command that is not modelled', async () => {
    const window = await windowOf({ accountId: user(0).accountId });
    const { page, app } = window;
    await openMyData(window);
    const threw = await app.locator('body').evaluate(async () => {
      const bridge = (globalThis as { __bridge?: { callBridge(name: string): Promise<unknown> } }).__bridge;
      return bridge?.callBridge('openRovo').catch((error: Error) => error.message);
    });
    expect(threw).toBe('The local site does not model the bridge command "openRovo".');
    expect(await page.getByRole('alert').textContent()).toContain('openRovo');
  });
});

describe('the drawer', () => {
  test('says on the page that the site does not answer, and what to do', async () => {
    const { page, go } = await windowOf({ accountId: user(0).accountId });
    await go('/');
    await page.route('**/__local/**', (route) => route.abort('connectionrefused'));
    await page.getByRole('link', { name: 'All work' }).click();
    await page.getByRole('heading', { name: 'This page could not be shown' }).waitFor();
    expect(await page.locator('.notice-page').innerText()).toContain(
      'The local site does not answer. Start it',
    );
  });

  test('switches person, and the whole page with it', async () => {
    const { page, go } = await windowOf({ accountId: user(0).accountId });
    await go('/');
    await page.getByRole('button', { name: `Your profile: ${user(0).displayName}` }).waitFor();
    expect(await page.getByRole('link', { name: 'Settings: apps' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Local Forge' }).click();
    const drawer = page.getByRole('complementary', { name: 'Local Forge' });
    await drawer.getByRole('button', { name: ADMINISTRATOR.displayName, exact: true }).click();
    await page.getByRole('button', { name: `Your profile: ${ADMINISTRATOR.displayName}` }).waitFor();
    expect(await page.getByRole('link', { name: 'Settings: apps' }).count()).toBe(1);
  });

  test('shuts out whom Jira shuts out', async () => {
    const customer = JIRA.people.find((person) => person.accountType === 'customer');
    const { page, go } = await windowOf({ accountId: customer?.accountId ?? '' });
    await go(`/browse/${openIssue(0).key}`);
    await page.getByRole('heading', { name: /cannot open this/ }).waitFor();
    expect(await page.locator('iframe').count()).toBe(0);
  });

  test('moves the clock, shows what ran, and switches a fault on', async () => {
    const { page, go } = await windowOf({ accountId: user(0).accountId });
    await go('/');
    await page.getByRole('button', { name: 'Local Forge' }).click();
    const before = await site().read<{ now: number }>('/clock');
    await page.getByRole('button', { name: '+1 day' }).click();
    await page.getByText(/ahead of your clock/).waitFor();
    const after = await site().read<{ now: number }>('/clock');
    expect(after.now - before.now).toBeGreaterThanOrEqual(86_400_000);
    // How much the daily run leaves to jobs depends on the time of day: they may have pushed it off the table.
    const ran = await site().read<{ invocations: { function: string }[] }>('/invocations');
    expect(ran.invocations.map((one) => one.function)).toContain('run-daily');
    await page
      .getByRole('cell', { name: /^run-(daily|job)$/ })
      .first()
      .waitFor();

    await page.getByRole('checkbox', { name: 'Storage answers 500' }).check();
    const { faults } = await site().read<{ faults: { key: string; on: boolean }[] }>('/faults');
    expect(faults.filter((fault) => fault.on).map((fault) => fault.key)).toEqual(['storage-500']);
    await page.getByRole('checkbox', { name: 'Storage answers 500' }).uncheck();
  });
});

test('a page of the app is printed whole', async () => {
  const window = await windowOf({ accountId: user(0).accountId });
  const { page } = window;
  await openMyData(window);
  const frame = await page.locator('iframe.app-frame').boundingBox();
  const pdf = await page.pdf({ width: '1280px', height: '200px' });
  const sheets = pdf.toString('latin1').match(/\/Type \/Page\b/g) ?? [];
  expect(sheets.length).toBeGreaterThanOrEqual(Math.floor((frame?.height ?? 0) / 200));
});
