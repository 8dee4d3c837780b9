import { seededRandom } from '../../local/data/seeded-random';
import { ADMINISTRATOR, entriesOf, openIssue, user } from './support/entries';
import type { LoggedTime } from '../../local/data/time-entry';
import { openAdministration, openMyData, openPanel } from './support/pages';
import { stageWith } from './support/window-of';

jest.setTimeout(300_000);

const PEOPLE = 1599;
const BUSIEST = 684;
/** What a page may ask of the platform for a job of one person, with many entries as with few. */
const FEW_CALLS = 9;
/** The list is by name, which only the browser knows: it asks for everybody, a hundred at a time. */
const PAGES_OF_PEOPLE = Math.ceil(PEOPLE / 100);
const CALLS_A_PAGE = 7;
const DASHBOARD_CALLS = 12;

function crowd(): LoggedTime[] {
  const random = seededRandom('a crowd');
  return Array.from({ length: PEOPLE - 1 }, () => entriesOf(random.hex(24), random.between(1, 3))).flat();
}

const { site, windowOf } = stageWith(() => [...entriesOf(user(0).accountId, BUSIEST), ...crowd()]);

/** How many platform calls the functions made that pages called for this work. */
async function callsFor(work: () => Promise<unknown>): Promise<number> {
  const before = await ran();
  await work();
  const known = new Set(before.map(({ id }) => id));
  return (await ran())
    .filter(({ id, call }) => call !== undefined && !known.has(id))
    .reduce((sum, { platformCalls }) => sum + platformCalls, 0);
}

interface Ran {
  id: string;
  call?: string;
  platformCalls: number;
}

const ran = async (): Promise<Ran[]> =>
  (await site().read<{ invocations: Ran[] }>('/invocations')).invocations;

test(`panel and My data take as few calls for a person with ${BUSIEST} entries`, async () => {
  const window = await windowOf({ accountId: user(0).accountId, locale: 'en-GB' });
  const { app } = window;
  expect(await callsFor(() => openPanel(window, openIssue(0).key))).toBeLessThanOrEqual(FEW_CALLS);
  const open = async (): Promise<void> => {
    await openMyData(window);
    await app.getByRole('tab', { name: 'Entries' }).click();
    await app.getByText(`1–50 of ${BUSIEST}`).waitFor();
  };
  expect(await callsFor(open)).toBeLessThanOrEqual(FEW_CALLS);
  const turn = async (): Promise<void> => {
    await app.getByRole('button', { name: 'Next' }).click();
    await app.getByText(`51–100 of ${BUSIEST}`).waitFor();
  };
  expect(await callsFor(turn)).toBeLessThanOrEqual(FEW_CALLS);
  expect(window.said).toEqual([]);
});

test(`the administration takes a few calls for each hundred of ${PEOPLE} people, and has them all`, async () => {
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
  expect(await callsFor(open)).toBeLessThanOrEqual(DASHBOARD_CALLS + PAGES_OF_PEOPLE * CALLS_A_PAGE);
  expect(window.said).toEqual([]);
});
