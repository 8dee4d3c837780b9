import { seededRandom } from '../../local/data/seeded-random';
import { ADMINISTRATOR, entriesOf, openIssue, user } from './support/entries';
import type { LoggedTime } from '../../local/data/time-entry';
import { openAdministration, openMyData, openPanel } from './support/pages';
import { stageWith } from './support/window-of';

jest.setTimeout(300_000);

const PEOPLE = 1599;
const BUSIEST = 684;
/** Generous, because machines are busy; by hand it is a fraction. */
const QUICK_MS = 10_000;

function crowd(): LoggedTime[] {
  const random = seededRandom('a crowd');
  return Array.from({ length: PEOPLE - 1 }, () => entriesOf(random.hex(24), random.between(1, 3))).flat();
}

const { windowOf } = stageWith(() => [...entriesOf(user(0).accountId, BUSIEST), ...crowd()]);

async function tookMs(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

test(`panel and My data stay quick for a person with ${BUSIEST} entries`, async () => {
  const window = await windowOf({ accountId: user(0).accountId, locale: 'en-GB' });
  const { app } = window;
  expect(await tookMs(() => openPanel(window, openIssue(0).key))).toBeLessThan(QUICK_MS);
  const open = async (): Promise<void> => {
    await openMyData(window);
    await app.getByRole('tab', { name: 'Entries' }).click();
    await app.getByText(`1–50 of ${BUSIEST}`).waitFor();
  };
  expect(await tookMs(open)).toBeLessThan(QUICK_MS);
  const turn = async (): Promise<void> => {
    await app.getByRole('button', { name: 'Next' }).click();
    await app.getByText(`51–100 of ${BUSIEST}`).waitFor();
  };
  expect(await tookMs(turn)).toBeLessThan(QUICK_MS);
  expect(window.said).toEqual([]);
});

test(`the administration stays quick with ${PEOPLE} people, and has them all`, async () => {
  const window = await windowOf({ accountId: ADMINISTRATOR.accountId, locale: 'en-GB' });
  const { app } = window;
  const open = async (): Promise<void> => {
    await openAdministration(window);
    await app.getByText(PEOPLE.toLocaleString('en-GB')).first().waitFor();
    await app
      .getByRole('button', { name: /^Entries of / })
      .first()
      .waitFor();
  };
  expect(await tookMs(open)).toBeLessThan(2 * QUICK_MS);
  expect(window.said).toEqual([]);
});
