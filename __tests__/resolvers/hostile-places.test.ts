import * as fc from 'fast-check';
import { useWebhook } from '../behaviour/webhook-scene';
import { runCount } from '../setup/run-count';
import { PEOPLE } from '../setup/test-site';

const { anna, ben, chloe } = PEOPLE;
const HASH = 'ab'.repeat(32);
const scene = useWebhook();
const { app, admin } = scene;

/** An answer of a list: what stands in it under one name or the other. */
type Listed = Record<string, unknown> & { next?: string; error?: { code: string } };

/** The places that a list may be asked to go on from, the whole list, and how it is asked. */
interface List {
  ask: (page: object) => Promise<unknown>;
  items: string;
  place: RegExp;
}

const INSTANT = String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z`;
const STATES = 'stuck|asked|fenced|deleting|verifying|done|confirmed';

const LISTS: Record<string, List> = {
  entries: {
    ask: (page) => app.person(anna).user('listEntries', page),
    items: 'entries',
    place: /^\d{4}-\d\d-\d\d#[0-9a-f]{32}$/,
  },
  panel: {
    ask: ({ after }: { after?: string }) =>
      app.person(anna).user('getPanel', after === undefined ? {} : { after }),
    items: 'entries',
    place: /^\d{4}-\d\d-\d\d#[0-9a-f]{32}$/,
  },
  people: {
    ask: (page) => admin().admin('listPeople', page),
    items: 'people',
    place: /^standing#[A-Za-z0-9:-]{1,128}$/,
  },
  erasures: {
    ask: (page) => admin().admin('listErasures', page),
    items: 'erasures',
    place: new RegExp(`^(?:${STATES})#${INSTANT}#[A-Za-z0-9-]{16,64}$`),
  },
  requests: {
    ask: (page) => admin().admin('listRequests', page),
    items: 'requests',
    place: new RegExp(`^${INSTANT}#[A-Za-z0-9-]{16,64}$`),
  },
  audit: {
    ask: (page) => admin().admin('getAuditLog', page),
    items: 'rows',
    place: new RegExp(`^${INSTANT}#[A-Za-z0-9-]{16,64}$`),
  },
  announced: {
    ask: (page) => admin().admin('listAnnounced', page),
    items: 'people',
    place: new RegExp(`^${INSTANT}#[A-Za-z0-9:-]{1,128}$`),
  },
};

beforeEach(async () => {
  for (const accountId of [anna, ben, chloe, PEOPLE.noData]) {
    for (const day of ['2026-02-26', '2026-02-27', '2026-03-01']) await app.person(accountId).log(day);
  }
  for (const type of ['access', 'portability']) await app.person(anna).user('openRequest', { type });
  await scene.call(scene.closed(anna, ben));
  await scene.settle();
  for (const accountId of [chloe, PEOPLE.noData]) {
    await app.person(accountId).user('eraseMyData', { receiptHash: HASH });
  }
});

/** A place that a page ends at, with something of it changed; or any text that payloads let through as a place. */
const hostile = (places: readonly string[]): fc.Arbitrary<string> => {
  const text = fc.stringMatching(/^[0-9A-Za-z#:.~-]{1,80}$/);
  const changed = fc
    .tuple(fc.constantFrom(...places), fc.nat(90), fc.nat(3), text)
    .map(([place, at, gone, put]) => place.slice(0, at) + put.slice(0, gone) + place.slice(at + gone));
  const cut = fc
    .tuple(fc.constantFrom(...places), fc.nat(90))
    .map(([place, at]) => place.slice(0, at + 1).replaceAll('#', '~'));
  return fc.oneof(text, changed, cut);
};

const idsIn = (listed: Listed, { items }: List): string[] =>
  (listed[items] as unknown[]).map((item) => JSON.stringify(item));

test.each(Object.entries(LISTS))(
  'the list of %s goes on from a place of its own or refuses, and shows nothing that is not in it',
  async (_, list) => {
    const all = (await list.ask({})) as Listed;
    const whole = new Set(idsIn(all, list));
    const first = (await list.ask({ limit: 1 })) as Listed;
    const other = (await LISTS['audit']?.ask({ limit: 1 })) as Listed;
    const places = [first.next, other.next, 'a#b'].flatMap((place) => place ?? []);
    const property = fc.asyncProperty(hostile(places), async (after) => {
      const answer = (await list.ask({ after })) as Listed;
      const outcome = answer.error?.code ?? (list.place.test(after) ? 'a page' : 'a page after no place');
      expect(['INVALID', 'a page']).toContain(outcome);
      const shown = answer.error ? [] : idsIn(answer, list);
      expect(shown.filter((item) => !whole.has(item))).toEqual([]);
    });
    await fc.assert(property, { numRuns: runCount(60, 2000) });
    expect(whole.size).toBeGreaterThan(1);
  },
);

test('a list of entries up to a day shows none after it, whatever place it goes on from', async () => {
  const to = '2026-02-27';
  const after = `2026-03-01#${'f'.repeat(32)}`;
  const { entries } = await app.person(anna).user('listEntries', { to, after });
  expect(new Set(entries.map(({ startedOn }) => startedOn))).toEqual(new Set([to, '2026-02-26']));
});
