import { entriesOf, user } from './support/entries';
import { findingsOf, NOTHING_WRONG } from './support/findings';
import { ADMINISTRATION_SCREENS } from './support/screens';
import { stageWith } from './support/window-of';

jest.setTimeout(240_000);

const { windowOf } = stageWith(() => [
  ...entriesOf(user(0).accountId, 60),
  ...entriesOf(user(1).accountId, 3),
]);

test.each(ADMINISTRATION_SCREENS)(
  '$name has nothing wrong: wide, dark and narrow',
  async ({ accountId, open }) => {
    const window = await windowOf({ accountId, colorMode: 'auto' });
    await open(window);
    expect(await findingsOf(window)).toEqual(NOTHING_WRONG);
  },
);
