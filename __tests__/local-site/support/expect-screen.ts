import { findingsOf, NOTHING_WRONG, violations } from './findings';
import type { Screen } from './screens';
import type { Stage } from './window-of';

type WindowOf = Stage['windowOf'];

/** Nothing for axe to find, on the console or cut off, wide and narrow. */
export async function expectNothingWrong(windowOf: WindowOf, { accountId, open }: Screen): Promise<void> {
  const window = await windowOf({ accountId });
  await open(window);
  expect(await findingsOf(window)).toEqual(NOTHING_WRONG);
}

/** Nothing for axe to find or on the console in the dark theme. */
export async function expectNothingWrongInTheDark(
  windowOf: WindowOf,
  { accountId, open }: Screen,
): Promise<void> {
  const window = await windowOf({ accountId, colorMode: 'dark' });
  await open(window);
  expect(await violations(window)).toEqual([]);
  expect(window.said).toEqual([]);
}
