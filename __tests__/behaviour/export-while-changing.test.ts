import type { ExportPage } from '../../src/contract';
import { collect, nothingCollected, type CollectOutcome } from '../../static/shared/export/collect';
import { Share } from '../../static/shared/export/share';
import { findDifferences } from '../../static/shared/export/differences';
import { loadPeople } from '../setup/loaded-person';
import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';

const app = useForge();
const anna = () => app.person(PEOPLE.anna);
const look = { accountId: PEOPLE.anna, reason: 'person-asked' };

type Ask = (after: { after?: string }) => Promise<ExportPage>;
const OWN: Ask = (after) => anna().user('exportPage', after);
const THEIRS: Ask = (after) => app.person(PEOPLE.admin).admin('exportPageOf', { ...look, ...after });

/** Exports as the page does; `between` runs before each page that is asked for, and hears how many there were. */
async function run(ask: Ask, between: (pages: number) => Promise<unknown>): Promise<CollectOutcome> {
  let pages = 0;
  return collect(nothingCollected, {
    fetchPage: async (after) => {
      await between(pages);
      pages += 1;
      return ask(after === undefined ? {} : { after });
    },
    share: new Share(),
    signal: new AbortController().signal,
    onProgress: () => undefined,
    retryWaitsMs: [1],
  });
}

const exported = ({ collected }: CollectOutcome): unknown[] =>
  collected.parts
    .filter(({ dataSet }) => dataSet === 'time-entry')
    .flatMap(({ records }) => records.map(({ position }) => position));

const kept = (): string[] =>
  app.stored('time-entry').map(({ value }) => (value as { position: string }).position);

const agrees = ({ collected }: CollectOutcome): boolean =>
  findDifferences(collected.parts, collected.counts ?? {}).length === 0;

/** Takes the first entry of the export away and puts one before it: the number stays. */
async function swap(day: string): Promise<void> {
  const [first] = kept().sort();
  await anna().user('deleteEntries', { ids: [first?.split('#')[1]] });
  await anna().log(day, '1m');
}

describe.each([
  ['of one’s own data', OWN],
  ['of somebody by an administrator', THEIRS],
])('An export %s', (_, ask) => {
  beforeEach(() =>
    loadPeople(app.forge, [{ accountId: PEOPLE.anna, entries: 1200, firstDay: '2023-06-02' }]),
  );

  it('begins again where an entry went and an earlier one came between two pages', async () => {
    const outcome = await run(ask, (pages) => (pages === 1 ? swap('2023-05-01') : Promise.resolve()));
    expect(outcome.state).toBe('complete');
    expect(agrees(outcome)).toBe(true);
    expect(exported(outcome)).toEqual(kept().sort());
    expect(exported(outcome)).toHaveLength(1200);
  });

  it('says that it changed where that does not end, and gives no file that is wrong', async () => {
    let swaps = 0;
    const outcome = await run(ask, (pages) =>
      pages > 0 ? swap(`2023-05-0${(swaps += 1)}`) : Promise.resolve(),
    );
    expect(outcome.state).toBe('changing');
    expect(swaps).toBeLessThan(9);
  });
});

test('an export is of the person as they are at its end, where they were erased and came back meanwhile', async () => {
  await loadPeople(app.forge, [{ accountId: PEOPLE.anna, entries: 1200, firstDay: '2023-06-02' }]);
  const outcome = await run(OWN, async (pages) => {
    if (pages !== 1) return;
    await anna().user('eraseMyData', { receiptHash: 'a'.repeat(64) });
    await app.forge.clock.advance(10 * 60_000);
    await anna().log('2026-03-02', '1h');
  });
  expect(exported(outcome)).toEqual(kept());
});

test('an export whose lists are late does not hold what is gone and pass for complete', async () => {
  await loadPeople(app.forge, [{ accountId: PEOPLE.anna, entries: 50, firstDay: '2023-06-02' }]);
  await app.forge.clock.advance(60_000);
  app.forge.storage.settings.queryLagMs = 30_000;
  // Of a year that has totals already: these count the same, too.
  await swap('2023-12-31');
  const late = await run(OWN, async () => undefined);
  expect([late.state, agrees(late)]).toEqual(['complete', false]);
  await app.forge.clock.advance(60_000);
  const settled = await run(OWN, async () => undefined);
  expect([settled.state, agrees(settled)]).toEqual(['complete', true]);
  expect(exported(settled)).toEqual(kept().sort());
});
