import { ADMINISTRATOR, entriesOf, user } from './support/entries';
import { findingsOf, NOTHING_WRONG, violations } from './support/findings';
import { openMyData } from './support/pages';
import { OWN_SCREENS } from './support/screens';
import { stageWith } from './support/window-of';

jest.setTimeout(240_000);

const { windowOf } = stageWith(() => [
  ...entriesOf(user(0).accountId, 60),
  ...entriesOf(user(1).accountId, 3),
]);

test.each(OWN_SCREENS)('$name has nothing wrong: wide, dark and narrow', async ({ accountId, open }) => {
  const window = await windowOf({ accountId, colorMode: 'auto' });
  await open(window);
  expect(await findingsOf(window)).toEqual(NOTHING_WRONG);
});

test('the drawer has nothing for axe to find', async () => {
  const window = await windowOf({ accountId: user(0).accountId });
  await window.go('/');
  await window.page.getByRole('button', { name: 'Local Forge' }).click();
  await window.page.getByRole('button', { name: ADMINISTRATOR.displayName, exact: true }).waitFor();
  await window.page.getByRole('cell').first().waitFor();
  expect(await violations(window)).toEqual([]);
});

test('what is wrong is found on the page and in the app’s page inside it', async () => {
  const window = await windowOf({ accountId: user(0).accountId });
  await openMyData(window);
  const spoil = (body: HTMLElement): void => body.append(body.ownerDocument.createElement('button'));
  await window.page.locator('body').evaluate(spoil);
  await window.app.locator('body').evaluate(spoil);
  expect(await violations(window)).toContainEqual('button-name: iframe body > button, body > button');
});
