import type { LoadedRow } from '../../local/storage';
import type { AffectedAccount } from '../../src/contract';
import type { Person, Standing } from '../../src/privacy/data-sets/registration';
import { sha256 } from '../../src/privacy/digest';
import { crowdOf, siteWith } from '../setup/crowd';
import { openTestForge, TEST_START } from '../setup/test-forge';
import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';
import { everyPage } from './pages';
import { personOf, type TestPerson } from './person';

const TODAY = '2026-03-02';
const reason = 'security';
const crowd = [...crowdOf(30)].sort();
const { people, ...site } = siteWith(crowd);
const twoAdministrators = people.map((one) =>
  one.accountId === PEOPLE.chloe ? { ...one, isAdmin: true } : one,
);

async function listAll(admin: TestPerson, limit: number): Promise<AffectedAccount[]> {
  const pages = await everyPage((after) => admin.admin('listAffected', { reason, limit, ...after }));
  return pages.flatMap(({ accounts }) => accounts);
}

const idsOf = (accounts: readonly AffectedAccount[]): string[] => accounts.map(({ accountId }) => accountId);

/** Whoever makes the list is in it, for having acted. */
const withMaker = (all: readonly string[]): string[] => [PEOPLE.admin, ...all].sort();

describe('The list of accounts that an incident concerns', () => {
  const app = useForge({ site: { ...site, people: twoAdministrators } });
  const admin = () => app.person(PEOPLE.admin);
  const lines = () => app.stored('audit').map(({ value }) => value);
  const logAll = async (all: readonly string[]): Promise<void> => {
    for (const accountId of all) await app.person(accountId).log(TODAY);
  };

  it('has about whom records are kept, how many of which kind, and no name', async () => {
    await logAll([PEOPLE.anna, PEOPLE.anna]);
    const answer = await admin().admin('listAffected', { reason });
    expect(answer).toEqual({
      accounts: [
        {
          accountId: PEOPLE.admin,
          registeredAt: expect.stringMatching(/^2026-03-02T/) as string,
          records: { administrator: 1 },
        },
        {
          accountId: PEOPLE.anna,
          registeredAt: expect.stringMatching(/^2026-03-02T/) as string,
          records: { 'time-entry': 2, 'day-totals': 1 },
        },
      ],
    });
  });

  test.each([1, 7, 30, 100])('has everybody once, by %d, and one line in the audit log', async (limit) => {
    await logAll(crowd);
    expect(idsOf(await listAll(admin(), limit))).toEqual(withMaker(crowd));
    expect(lines()).toMatchObject([{ event: 'accounts-listed', role: 'administrator', reason }]);
    expect(lines()[0]).not.toHaveProperty('subject');
  });

  test.each([2, 50])('has who is being erased, too, until the erasure is done, by %d', async (limit) => {
    await logAll(crowd.slice(0, 9));
    const gone = crowd.slice(3, 8);
    for (const accountId of gone)
      await app.person(accountId).user('eraseMyData', { receiptHash: sha256(accountId) });
    const listed = await listAll(admin(), limit);
    expect(idsOf(listed).sort()).toEqual(withMaker(crowd.slice(0, 9)));
    expect(idsOf(listed.filter(({ beingErased }) => beingErased)).sort()).toEqual(gone);
    for (const { accountId, records } of listed)
      expect(records).toMatchObject(
        accountId === PEOPLE.admin ? { administrator: 1 } : { 'time-entry': 1, 'day-totals': 1 },
      );
    await app.forge.queue.settle({ delayed: true });
    expect(idsOf(await listAll(admin(), limit))).toEqual(
      withMaker(crowd.slice(0, 9).filter((id) => !gone.includes(id))),
    );
  });

  test.each([[undefined], ['support'], ['because']])('is not made for the reason %s', async (why) => {
    await logAll([PEOPLE.anna]);
    const { error } = await admin().admin('listAffected', { reason: why });
    expect(error).toMatchObject({
      code: 'INVALID',
      fields: { reason: { key: expect.any(String) as string } },
    });
    expect(lines()).toEqual([]);
  });

  it('is recorded before anything is shown: not recorded, not shown', async () => {
    await logAll([PEOPLE.anna]);
    app.forge.faults.add({ path: '/api/v1/transaction', outcome: { kind: 'answer', status: 500 } });
    const { error } = await admin().admin('listAffected', { reason });
    expect(error?.code).toBe('TRY_LATER');
    expect(app.forge.invocations.list().at(-1)?.calls).not.toHaveProperty(['kvs /api/v1/entity/query']);
  });

  it('goes on only for whom it was begun, at a place that it gave, for an hour', async () => {
    await logAll(crowd);
    const { next: after = '' } = await admin().admin('listAffected', { reason, limit: 10 });
    const place = after.split('~').at(-1) ?? '';
    const asked = { reason, limit: 10 };
    const refused = { error: { code: 'CONFLICT' } };
    const chloe = app.person(PEOPLE.chloe);
    await expect(chloe.admin('listAffected', { ...asked, after })).resolves.toMatchObject(refused);
    await expect(admin().admin('listAffected', { ...asked, after: place })).resolves.toMatchObject(refused);
    await expect(admin().admin('listAffected', { ...asked, after })).resolves.toHaveProperty('accounts');
    await app.forge.clock.advance(3_601_000, { deliver: false });
    await expect(admin().admin('listAffected', { ...asked, after })).resolves.toMatchObject(refused);
    expect(lines()).toHaveLength(1);
  });

  it('does not go on with the line of a look into one person’s data', async () => {
    await logAll(crowd);
    const look = { accountId: crowd[0] ?? '', reason };
    await app.person(look.accountId).log(TODAY);
    const { next: after = '' } = await admin().admin('listEntriesOf', { ...look, limit: 1 });
    expect(after).not.toBe('');
    await expect(admin().admin('listAffected', { reason, after })).resolves.toMatchObject({
      error: { code: 'CONFLICT' },
    });
  });
});

describe('On a site of 10,000 people', () => {
  const at = new Date(TEST_START).toISOString();
  const all = crowdOf(10_000);

  function registered(accountId: string, n: number): LoadedRow[] {
    const token = `token-${String(n).padStart(20, '0')}`;
    const person: Person = { accountId, epoch: token, token, registeredAt: at };
    const standing: Standing = {
      accountId,
      version: 1,
      counts: { 'time-entry': 1 + (n % 9) },
      empty: false,
      changedAt: at,
      cohort: '1',
    };
    const row = (entityName: string, key: string, value: object): LoadedRow => ({
      store: 'entity',
      entityName,
      key,
      value,
    });
    return [row('person', accountId, person), row('standing', `standing#${accountId}`, standing)];
  }

  it('the list has each of them once, a page of 100 at a time', async () => {
    const forge = await openTestForge();
    await forge.storage.load(forge.installations.get().storageId, all.flatMap(registered));
    const listed = await listAll(personOf(forge, PEOPLE.admin), 100);
    expect(idsOf(listed)).toEqual(withMaker(all));
    await forge.close();
  });
});
