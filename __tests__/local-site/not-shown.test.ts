import { entriesOf, openIssue, user } from './support/entries';
import type { PersonsWindow } from './support/open-browser';
import { openMyData, openPanel } from './support/pages';
import { stageWith } from './support/window-of';

jest.setTimeout(180_000);

const { windowOf } = stageWith(() => entriesOf(user(0).accountId, 3));
const FAILED = 'We could not show this page. What you saved is still there. Reload the page to continue.';

/** Answers a function with what no version of the app answers. */
const answerNonsense = ({ page }: PersonsWindow, functionKey: string) =>
  page.route('**/invoke', (route) =>
    route.request().postData()?.includes(functionKey)
      ? route.fulfill({ json: { value: { notice: 7, dataSets: 7 } } })
      : route.continue(),
  );

test.each<[string, string, (window: PersonsWindow) => Promise<void>]>([
  ['The panel', 'getPanel', (window) => openPanel(window, openIssue(6).key)],
  ['My data', 'getOverview', openMyData],
])(
  '%s says so where it cannot be drawn, quotes nothing, and is loaded anew',
  async (_, functionKey, open) => {
    const window = await windowOf({ accountId: user(0).accountId, locale: 'en-GB' });
    const { page, app, said } = window;
    await open(window);
    await answerNonsense(window, functionKey);
    await page.reload();
    await app.getByText(FAILED).waitFor();
    expect(await app.locator('#root').innerText()).not.toMatch(/undefined|TypeError|function/);
    expect(said.filter((line) => /^error: page-not-shown \w+Error$/.test(line))).toHaveLength(1);
    await page.unroute('**/invoke');
    await app.getByRole('button', { name: 'Reload' }).click();
    await app.getByRole('button', { name: 'Reload' }).waitFor({ state: 'detached' });
    await app.locator('main').waitFor();
    expect(await app.getByText(FAILED).count()).toBe(0);
  },
);

test('A page whose words are late says so, and is shown when they come', async () => {
  const window = await windowOf({ accountId: user(0).accountId, locale: 'de-DE' });
  const { context, app, go, page } = window;
  let send = () => {};
  const late = new Promise<void>((resolve) => (send = resolve));
  await context.route('**/words/*.json', async (route) => {
    await late;
    await route.continue();
  });
  await go(`/browse/${openIssue(8).key}`);
  await page.getByRole('button', { name: 'Zeit und Datenschutz Zeit erfassen' }).click();
  await app.getByText('Wir konnten diese Seite nicht laden.').waitFor();
  send();
  await app.getByRole('button', { name: 'Zeit erfassen' }).waitFor();
  expect(await app.getByText('Wir konnten diese Seite nicht laden.').count()).toBe(0);
});
