import { entriesOf, user } from './support/entries';
import { findingsOf, NOTHING_WRONG, violations } from './support/findings';
import { ADMINISTRATION_SCREENS } from './support/screens';
import { stageWith } from './support/window-of';

jest.setTimeout(240_000);

const { windowOf } = stageWith(() => [
  ...entriesOf(user(0).accountId, 60),
  ...entriesOf(user(1).accountId, 3),
]);

describe.each(ADMINISTRATION_SCREENS)('$name', ({ accountId, open }) => {
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
