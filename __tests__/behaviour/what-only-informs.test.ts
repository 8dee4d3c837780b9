import type { LocalForge } from '../../local/forge';
import type { LoadedRow } from '../../local/storage';
import type { Cohort } from '../../src/privacy/data-sets/cohort';
import type { JobState } from '../../src/privacy/data-sets/erasure-job';
import type { Person, Standing } from '../../src/privacy/data-sets/registration';
import type { PrivacyRequest } from '../../src/privacy/data-sets/request';
import { erasureJob } from '../setup/erasure-job';
import { openTestForge, TEST_START } from '../setup/test-forge';
import { PEOPLE } from '../setup/test-site';
import { personOf } from './person';

/** A day later than the people were reported: nothing of it is due. */
const AT = new Date(TEST_START).toISOString();

let forge: LocalForge;
beforeEach(async () => {
  forge = await openTestForge();
});
afterEach(() => forge.close());

const idOf = (n: number): string => `712020:1a2b3c4d-0000-4000-8000-${String(n).padStart(12, '0')}`;
const admin = () => personOf(forge, PEOPLE.admin);
const load = (rows: LoadedRow[]): Promise<void> =>
  forge.storage.load(forge.installations.get().storageId, rows);
const row = (entityName: string, key: string, value: object): LoadedRow => ({
  store: 'entity',
  entityName,
  key,
  value,
});

/** A full group of people who have not been reported yet: the largest there is. */
function group(number: number): LoadedRow {
  const members = Array.from({ length: 90 }, (_, n) => ({
    accountId: idOf(number * 100 + n),
    updatedAt: AT,
    joinedAt: AT,
  }));
  const value: Cohort = { version: 90, size: 90, countsFrom: AT, members };
  return row('cohort', String(number), value);
}

function erasures(state: JobState, count: number): LoadedRow[] {
  return Array.from({ length: count }, (_, n) => {
    const at = new Date(TEST_START + n).toISOString();
    const expected = { 'time-entry': 12, 'day-totals': 1, person: 1, standing: 1, cohort: 1, request: 1 };
    const job = erasureJob({ state, startedAt: at, updatedAt: at, subject: idOf(n), expected });
    return row('erasure', `${state}-${String(n).padStart(20, '0')}`, job);
  });
}

/** Requests of people who are registered: each is read again with them. */
function requests(count: number): LoadedRow[] {
  return Array.from({ length: count }, (_, n) => {
    const accountId = idOf(n);
    const id = `request-${String(n).padStart(20, '0')}`;
    const value: PrivacyRequest = {
      accountId,
      type: 'erasure',
      id,
      status: 'open',
      receivedAt: AT,
      due: `2026-04-02T09:00:00.000Z#${id}`,
      receiptHash: 'a'.repeat(64),
    };
    const token = `token-${String(n).padStart(20, '0')}`;
    const person: Person = { accountId, epoch: token, token, registeredAt: AT };
    return [row('request', `${accountId}#erasure`, value), row('person', accountId, person)];
  }).flat();
}

/** People whose restriction for a legal duty is due for review. */
function holds(count: number): LoadedRow[] {
  return Array.from({ length: count }, (_, n) => {
    const accountId = idOf(1000 + n);
    const value: Standing = {
      ...{
        accountId,
        version: 12,
        counts: { 'time-entry': 1200, 'day-totals': 3, request: 2 },
        empty: false,
      },
      changedAt: AT,
      cohort: '1',
      noticeVersion: 'a'.repeat(16),
      noticeAt: AT,
      ownRestrictedAt: AT,
      restrictedAt: AT,
      restrictedBy: 'administrator',
      restrictedFor: 'legal-duty',
      reviewOn: '2026-02-01',
      liftableFrom: AT,
    };
    return row('standing', `standing#${accountId}`, value);
  });
}

/** What a call costs of the read units that everyone on the site shares. */
async function unitsOf(work: () => Promise<{ error?: unknown }>): Promise<number> {
  const used = () => forge.storage.usage(forge.installations.get().storageId).readUnits;
  const before = used();
  expect((await work()).error).toBeUndefined();
  return used() - before;
}

const dashboard = () => admin().admin('getDashboard');
const reporting = () => admin().admin('getReporting');

describe('A site of 100,000 people with much to look at', () => {
  beforeEach(async () => {
    await load(Array.from({ length: 1112 }, (_, n) => group(n + 1)));
    await load([...erasures('stuck', 1200), ...erasures('deleting', 200), ...requests(300), ...holds(300)]);
  });

  it('costs little to be told of, before people were counted and after', async () => {
    const first = [await unitsOf(dashboard), await unitsOf(reporting)];
    await forge.clock.advance(15 * 60_000);
    const later = [await unitsOf(dashboard), await unitsOf(reporting)];
    expect({ first, later }).toEqual({ first: [14, 8], later: [10, 8] });
  });

  it('is told with the age of its figures, which are those of the store', async () => {
    await expect(dashboard()).resolves.toMatchObject({
      people: 270,
      morePeople: true,
      openRequests: { least: 12, more: true },
      stuckErasures: { least: 10, more: true },
      holdsToReview: { least: 10, more: true },
    });
    const asked = new Date(forge.clock.now()).toISOString();
    await forge.clock.advance(15 * 60_000);
    const { people, morePeople, peopleAsOf = '' } = await dashboard();
    expect([people, morePeople]).toEqual([1112 * 90, undefined]);
    expect(Math.abs(Date.parse(peopleAsOf) - Date.parse(asked))).toBeLessThan(60_000);
    await expect(reporting()).resolves.toMatchObject({ people, peopleAsOf });
  });

  it('is counted by the daily run, too, with a small part of the quota in any minute', async () => {
    const { storageId } = forge.installations.get();
    const perMinute: number[] = [];
    await forge.schedule.run('daily');
    for (let minute = 0; minute < 20; minute += 1) {
      const before = forge.storage.usage(storageId).readUnits;
      await forge.clock.advance(60_000);
      perMinute.push(forge.storage.usage(storageId).readUnits - before);
    }
    expect(Math.max(...perMinute)).toBeLessThan(1000);
    expect(await dashboard()).toMatchObject({ people: 1112 * 90 });
  });
});

test('the figures of a small site are those of this moment', async () => {
  await personOf(forge, PEOPLE.anna).log('2026-03-02');
  await personOf(forge, PEOPLE.ben).log('2026-03-02');
  await expect(dashboard()).resolves.toMatchObject({ people: 2 });
  await personOf(forge, PEOPLE.chloe).log('2026-03-02');
  const now = await dashboard();
  expect(now).toMatchObject({ people: 3 });
  expect(now).not.toHaveProperty('peopleAsOf');
});
