import { overflow, violations } from './support/findings';
import { ADMINISTRATOR, entriesOf, user } from './support/entries';
import { SCREENS } from './support/screens';
import { stageWith } from './support/window-of';

jest.setTimeout(240_000);

const NARROW = { width: 360, height: 740 };
const WIDE = { width: 1280, height: 900 };

const { windowOf } = stageWith(() => [
  ...entriesOf(user(0).accountId, 60),
  ...entriesOf(user(1).accountId, 3),
]);

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
