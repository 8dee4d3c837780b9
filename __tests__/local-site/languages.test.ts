import { entriesOf, openIssue, user } from './support/entries';
import { stageWith } from './support/window-of';

jest.setTimeout(180_000);

const { windowOf } = stageWith(() => entriesOf(user(0).accountId, 20));

/** What stands on a work item, in English and in German. */
const CONTEXT = /^(Time and privacy Log time|Zeit und Datenschutz Zeit erfassen)$/;

const openPanel = async ({ go, page }: Awaited<ReturnType<typeof windowOf>>) => {
  await go(`/browse/${openIssue(6).key}`);
  await page.getByRole('button', { name: CONTEXT }).click();
};

test('A page whose words do not come is in English, and says that it could not be loaded where none come', async () => {
  const window = await windowOf({ accountId: user(0).accountId, locale: 'en-XA' });
  const { context, app } = window;
  await context.route('**/words/en-XA.json', (route) => route.abort());
  await openPanel(window);
  await app.getByRole('button', { name: 'Log time' }).waitFor();
  expect(await app.locator('html').getAttribute('lang')).toBe('en');
  await context.route('**/words/*.json', (route) => route.abort());
  await window.page.reload();
  await app.getByText('We could not load this page.').waitFor();
});

test('Where no words come, the page says so in the language of the reader, and is marked as in that one', async () => {
  const window = await windowOf({ accountId: user(0).accountId, locale: 'de-DE' });
  await openPanel(window);
  await window.context.route('**/words/*.json', (route) => route.abort());
  await window.page.reload();
  await window.app.getByText('Wir konnten diese Seite nicht laden.').waitFor();
  expect(await window.app.locator('html').getAttribute('lang')).toBe('de');
});
