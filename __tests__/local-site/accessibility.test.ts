import { ADMINISTRATOR, entriesOf, user } from './support/entries';
import { expectNothingWrong, expectNothingWrongInTheDark } from './support/expect-screen';
import { violations } from './support/findings';
import { OWN_SCREENS } from './support/screens';
import { stageWith } from './support/window-of';

jest.setTimeout(240_000);

const { windowOf } = stageWith(() => [
  ...entriesOf(user(0).accountId, 60),
  ...entriesOf(user(1).accountId, 3),
]);

describe.each(OWN_SCREENS)('$name', (screen) => {
  test('has nothing wrong, wide and narrow', () => expectNothingWrong(windowOf, screen));

  test('has nothing for axe to find in the dark theme', () => expectNothingWrongInTheDark(windowOf, screen));
});

test('the drawer has nothing for axe to find', async () => {
  const window = await windowOf({ accountId: user(0).accountId });
  await window.go('/');
  await window.page.getByRole('button', { name: 'Local Forge' }).click();
  await window.page.getByRole('button', { name: ADMINISTRATOR.displayName, exact: true }).waitFor();
  await window.page.getByRole('cell').first().waitFor();
  expect(await violations(window)).toEqual([]);
});
