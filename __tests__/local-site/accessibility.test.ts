import { ADMINISTRATOR, entriesOf, user } from './support/entries';
import { findingsOf, NOTHING_WRONG, violations } from './support/findings';
import { OWN_SCREENS } from './support/screens';
import { stageWith } from './support/window-of';

jest.setTimeout(240_000);

const { windowOf } = stageWith(() => [
  ...entriesOf(user(0).accountId, 60),
  ...entriesOf(user(1).accountId, 3),
]);

describe.each(OWN_SCREENS)('$name', ({ accountId, open }) => {
  test('has nothing wrong, wide and narrow', async () => {
    const window = await windowOf({ accountId });
    await open(window);
    expect(await findingsOf(window)).toEqual(NOTHING_WRONG);
  });

  test('has nothing for axe to find in the dark theme', async () => {
    const window = await windowOf({ accountId, colorMode: 'dark' });
    await open(window);
    expect(await violations(window)).toEqual([]);
    expect(window.said).toEqual([]);
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
