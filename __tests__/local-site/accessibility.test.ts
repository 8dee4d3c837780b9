import AxeBuilder from '@axe-core/playwright';
import { ADMINISTRATOR, entriesOf, openIssue, user } from './support/entries';
import type { PersonsWindow } from './support/open-browser';
import { openAdministration, openMyData, openPanel } from './support/pages';
import { stageWith } from './support/window-of';

jest.setTimeout(240_000);

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const NARROW = { width: 360, height: 740 };
const WIDE = { width: 1280, height: 900 };

const { windowOf } = stageWith(() => [
  ...entriesOf(user(0).accountId, 60),
  ...entriesOf(user(1).accountId, 3),
]);

/** What axe finds wrong on the page and in the app's page inside it. */
async function violations({ page, app }: PersonsWindow): Promise<string[]> {
  const axe = new AxeBuilder({ page }).withTags(TAGS);
  // A modal dialog hides the page's own heading from everyone while it is open.
  if ((await app.getByRole('dialog').count()) > 0) axe.disableRules(['page-has-heading-one']);
  const { violations: found } = await axe.analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

/** How far the page, or the app's page in it, is wider than the window. */
async function overflow({ page, app }: PersonsWindow): Promise<number[]> {
  const beyond = (element: HTMLElement): number =>
    element.ownerDocument.documentElement.scrollWidth - element.ownerDocument.documentElement.clientWidth;
  return Promise.all([page.locator('body').evaluate(beyond), app.locator('body').evaluate(beyond)]);
}

interface Screen {
  name: string;
  accountId: string;
  open(window: PersonsWindow): Promise<void>;
}

const SCREENS: Screen[] = [
  {
    name: 'the panel',
    accountId: user(0).accountId,
    open: (window) => openPanel(window, openIssue(0).key),
  },
  {
    name: 'My data, overview',
    accountId: user(0).accountId,
    open: async (window) => {
      await openMyData(window);
      await window.app.getByText('What is kept, and why').waitFor();
    },
  },
  {
    name: 'My data, entries',
    accountId: user(0).accountId,
    open: async (window) => {
      await openMyData(window);
      await window.app.getByRole('tab', { name: 'Entries' }).click();
      await window.app
        .getByRole('checkbox', { name: /^Select \d/ })
        .first()
        .waitFor();
    },
  },
  {
    name: 'My data, the question before deleting everything',
    accountId: user(0).accountId,
    open: async (window) => {
      await openMyData(window);
      await window.app.getByRole('button', { name: 'Delete everything' }).click();
      await window.app.getByText('What goes').waitFor();
    },
  },
  {
    name: 'My data of a person without any',
    accountId: user(5).accountId,
    open: async (window) => {
      await openMyData(window);
      await window.app.getByText('This app keeps nothing about you').waitFor();
    },
  },
  {
    name: 'the administration',
    accountId: ADMINISTRATOR.accountId,
    open: async (window) => {
      await openAdministration(window);
      await window.app.getByRole('button', { name: `Entries of ${user(0).displayName}` }).waitFor();
    },
  },
  {
    name: 'My data, a receipt that is none',
    accountId: user(5).accountId,
    open: async (window) => {
      await openMyData(window);
      await window.app.getByRole('tab', { name: 'Receipts' }).click();
      const file = { name: 'receipt.json', mimeType: 'application/json', buffer: Buffer.from('{}') };
      await window.app.getByLabel(/choose the file/).setInputFiles(file);
      await window.app.getByText('This file is not a receipt').waitFor();
    },
  },
  {
    name: 'the administration, erasures',
    accountId: ADMINISTRATOR.accountId,
    open: async (window) => {
      await openAdministration(window);
      await window.app.getByRole('tab', { name: 'Erasures' }).click();
      await window.app.getByText('Nothing has been erased yet').waitFor();
    },
  },
  {
    name: 'the administration, the question before erasing several people',
    accountId: ADMINISTRATOR.accountId,
    open: async (window) => {
      await openAdministration(window);
      await window.app.getByRole('checkbox', { name: 'Select everybody on this page' }).check();
      await window.app.getByRole('button', { name: 'Erase selected' }).click();
      await window.app.getByText('Why do you erase their data?').waitFor();
    },
  },
  {
    name: 'the administration, the restriction of a person',
    accountId: ADMINISTRATOR.accountId,
    open: async (window) => {
      await openAdministration(window);
      await window.app.getByRole('button', { name: `Restrict the data of ${user(0).displayName}` }).click();
      await window.app.getByLabel('A legal duty').check();
      await window.app.getByRole('button', { name: 'Go on' }).click();
      await window.app.getByRole('button', { name: 'Restrict use' }).waitFor();
    },
  },
];

describe.each(SCREENS)('$name', ({ accountId, open }) => {
  test.each(['light', 'dark'] as const)('has nothing for axe to find, in the %s theme', async (colorMode) => {
    const window = await windowOf({ accountId, colorMode, ...WIDE });
    await open(window);
    expect(await violations(window)).toEqual([]);
    expect(window.said).toEqual([]);
  });

  test('fits a window of 360 pixels, and axe finds nothing there either', async () => {
    const window = await windowOf({ accountId, ...NARROW });
    // The way to the page is a wide window's; what is tried here is the page itself.
    await window.page.setViewportSize(WIDE);
    await open(window);
    await window.page.setViewportSize(NARROW);
    expect(await violations(window)).toEqual([]);
    expect(await overflow(window)).toEqual([0, 0]);
  });
});

test('the drawer has nothing for axe to find', async () => {
  const window = await windowOf({ accountId: user(0).accountId });
  await window.go('/');
  await window.page.getByRole('button', { name: 'Local Forge' }).click();
  await window.page.getByRole('button', { name: ADMINISTRATOR.displayName, exact: true }).waitFor();
  await window.page.getByRole('cell').first().waitFor();
  expect(await violations(window)).toEqual([]);
});
