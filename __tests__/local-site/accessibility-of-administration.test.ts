import { entriesOf, user } from './support/entries';
import { expectNothingWrong, expectNothingWrongInTheDark } from './support/expect-screen';
import { ADMINISTRATION_SCREENS } from './support/screens';
import { stageWith } from './support/window-of';

jest.setTimeout(240_000);

const { windowOf } = stageWith(() => [
  ...entriesOf(user(0).accountId, 60),
  ...entriesOf(user(1).accountId, 3),
]);

describe.each(ADMINISTRATION_SCREENS)('$name', (screen) => {
  test('has nothing wrong, wide and narrow', () => expectNothingWrong(windowOf, screen));

  test('has nothing for axe to find in the dark theme', () => expectNothingWrongInTheDark(windowOf, screen));
});
