import { sha256 } from '../../src/privacy/digest';
import type { PersonRow } from '../../src/contract';
import { loadPeople } from '../setup/loaded-person';
import { PEOPLE, TEST_SITE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';
import { everyPage } from './pages';

const crowd = Array.from(
  { length: 300 },
  (_, n) => `712020:00000000-0000-4000-8000-${String((n * 7919) % 1_000_000).padStart(12, '0')}`,
);
const app = useForge({
  site: {
    ...TEST_SITE,
    people: [...TEST_SITE.people, ...crowd.map((accountId) => ({ accountId, displayName: 'Someone' }))],
  },
});
const TODAY = '2026-03-02';
const receiptHash = sha256('a code');
const admin = () => app.person(PEOPLE.admin);
const logAll = async (people: readonly string[]): Promise<void> => {
  for (const accountId of people) await app.person(accountId).log(TODAY);
};

async function listAll(limit?: number): Promise<PersonRow[]> {
  const pages = await everyPage((after) =>
    admin().admin('listPeople', { ...after, ...(limit && { limit }) }),
  );
  return pages.flatMap(({ people }) => people);
}

const idsOf = (people: readonly PersonRow[]): string[] => people.map(({ accountId }) => accountId);

describe('The list of people', () => {
  it('is empty before anyone logged time', async () => {
    await expect(admin().admin('listPeople')).resolves.toEqual({ people: [] });
    await expect(admin().admin('getDashboard')).resolves.toMatchObject({ people: 0 });
  });

  it('holds 300 people, each once, in the order of their IDs, whatever the page', async () => {
    await logAll(crowd);
    const sorted = [...crowd].sort();
    for (const limit of [undefined, 7, 100]) expect(idsOf(await listAll(limit))).toEqual(sorted);
    await admin().admin('getDashboard');
    await app.forge.queue.settle();
    await expect(admin().admin('getDashboard')).resolves.toMatchObject({ people: 300 });
  });

  it('gives since when, and neither a name nor how much somebody has', async () => {
    await app.person(PEOPLE.anna).log(TODAY);
    await app.person(PEOPLE.anna).log(TODAY);
    const answer = await admin().admin('listPeople');
    expect(answer.people).toEqual([
      {
        accountId: PEOPLE.anna,
        handle: expect.stringMatching(/^[0-9a-f]{20}$/) as string,
        registeredAt: expect.stringMatching(/^2026-03-02T/) as string,
        restricted: false,
      },
    ]);
    expect(JSON.stringify(answer)).not.toContain('Anna');
  });

  it('gives a handle for addresses that is not to be made of what the audit log or the account tells', async () => {
    await app.person(PEOPLE.anna).log(TODAY);
    const [row] = await listAll();
    const { accountId, token } = app.stored('person')[0]?.value as { accountId: string; token: string };
    for (const known of [accountId, token, `handle ${accountId}`, `handle ${token}`])
      expect(sha256(known).slice(0, 20)).not.toBe(row?.handle);
    expect(await listAll()).toEqual([row]);

    await app.person(PEOPLE.anna).user('eraseMyData', { receiptHash });
    await app.forge.queue.settle({ delayed: true });
    await app.person(PEOPLE.anna).log(TODAY);
    expect((await listAll()).map(({ handle }) => handle)).not.toContain(row?.handle);
  });

  it('leaves out who was erased, even while the index still lists them', async () => {
    await logAll([PEOPLE.anna, PEOPLE.ben]);
    app.forge.storage.settings.queryLagMs = 600_000;
    await app.person(PEOPLE.anna).user('eraseMyData', { receiptHash });
    expect(idsOf(await listAll())).toEqual([PEOPLE.ben]);
  });

  it('goes on behind people who were erased meanwhile', async () => {
    const people = [...crowd].sort().slice(0, 30);
    await logAll(people);
    app.forge.storage.settings.queryLagMs = 600_000;
    const first = await admin().admin('listPeople', { limit: 10 });
    for (const accountId of people.slice(8, 25)) {
      await app.person(accountId).user('eraseMyData', { receiptHash });
    }
    const rest = await everyPage(({ after = first.next }) =>
      admin().admin('listPeople', { limit: 5, after }),
    );
    expect(idsOf(rest.flatMap((page) => page.people))).toEqual(people.slice(25));
  });

  it('can be just those of a number of accounts that have data', async () => {
    await logAll([PEOPLE.anna, PEOPLE.ben]);
    const only = [PEOPLE.chloe, PEOPLE.ben, PEOPLE.ben, PEOPLE.noData];
    const { people, next } = await admin().admin('listPeople', { only });
    expect(idsOf(people)).toEqual([PEOPLE.ben]);
    expect(next).toBeUndefined();
    const everyone = [...crowd.slice(0, 89), PEOPLE.anna];
    expect(idsOf((await admin().admin('listPeople', { only: everyone })).people)).toEqual([PEOPLE.anna]);
  });

  test.each([[[]], [['unknown']], [['Anna Arber']], [crowd.slice(0, 91)], ['all']])(
    'takes no %j for that number',
    async (only) => {
      await expect(admin().admin('listPeople', { only })).resolves.toMatchObject({
        error: { code: 'INVALID' },
      });
    },
  );
});

describe('Deleting someone’s entries', () => {
  const ids = (): string[] => app.stored('time-entry').map(({ key }) => key.split('#')[1] ?? '');
  const deletion = (more: object) => ({ accountId: PEOPLE.anna, reason: 'correction', ...more });

  it('deletes them, records it with reason and number, and shows it to the person', async () => {
    await loadPeople(app.forge, [{ accountId: PEOPLE.anna, entries: 40 }]);
    const some = ids().slice(0, 25);
    await expect(admin().admin('deleteEntriesOf', deletion({ ids: some }))).resolves.toEqual({
      deleted: 25,
      remaining: 15,
    });
    const { rows } = await admin().admin('getAuditLog');
    const lines = rows.filter(({ event }) => event === 'entries-deleted');
    expect(new Set(lines.map(({ role, reason }) => `${role} ${reason}`))).toEqual(
      new Set(['administrator correction']),
    );
    expect(lines.reduce((sum, { records }) => sum + (records?.['time-entry'] ?? 0), 0)).toBe(25);
    const { accesses } = await app.person(PEOPLE.anna).user('getOverview');
    expect(accesses).toEqual([
      { on: TODAY, role: 'administrator', what: 'entries-deleted', reason: 'correction' },
    ]);
  });

  it('records nothing where nothing was deleted', async () => {
    await logAll([PEOPLE.anna]);
    const answer = await admin().admin('deleteEntriesOf', deletion({ ids: ['entry-of-somebody-else'] }));
    expect(answer).toEqual({ deleted: 0, remaining: 1 });
    expect(app.stored('audit')).toEqual([]);
  });

  it('touches no entry of anyone else, whose IDs are given too', async () => {
    await logAll([PEOPLE.anna, PEOPLE.ben]);
    await admin().admin('deleteEntriesOf', deletion({ ids: ids() }));
    expect(app.stored('time-entry').map(({ value }) => value)).toMatchObject([{ accountId: PEOPLE.ben }]);
  });

  test.each([
    ['a reason of their own', { reason: 'because' }],
    ['no reason', { reason: undefined }],
  ])('is not possible with %s', async (_, more) => {
    await logAll([PEOPLE.anna]);
    const { error } = await admin().admin('deleteEntriesOf', deletion({ ids: ids(), ...more }));
    expect(error).toMatchObject({
      code: 'INVALID',
      fields: { reason: { key: expect.any(String) as string } },
    });
    expect(ids()).toHaveLength(1);
  });

  it('is not possible for someone without data', async () => {
    const answer = await admin().admin('deleteEntriesOf', deletion({ ids: ['entry-of-somebody-else'] }));
    expect(answer.error?.code).toBe('NOT_FOUND');
  });
});

describe('Erasing someone', () => {
  const erasure = { accountId: PEOPLE.anna, reason: 'left-organisation', receiptHash };

  it('shows beforehand what will go, and goes through', async () => {
    await loadPeople(app.forge, [{ accountId: PEOPLE.anna, entries: 130 }]);
    const asked = { accountId: PEOPLE.anna, reason: 'left-organisation' };
    const preview = await admin().admin('previewErasureOf', asked);
    const expected = Object.fromEntries(preview.dataSets.map(({ name, records }) => [name, records]));
    expect(expected).toMatchObject({ 'time-entry': 130, person: 1, standing: 1, cohort: 1 });
    const { id } = await admin().admin('erasePerson', erasure);
    await app.forge.queue.settle({ delayed: true });
    const job = await admin().admin('getJob', { id });
    expect(job).toMatchObject({ state: 'done', askedBy: 'administrator', erased: expected });
    expect(app.stored().filter((row) => JSON.stringify(row).includes(PEOPLE.anna))).toEqual([]);
  });

  it('tells how much would go for a reason only, of which there is a line that the person reads', async () => {
    await logAll([PEOPLE.anna]);
    const withoutReason = { accountId: PEOPLE.anna } as never;
    await expect(admin().admin('previewErasureOf', withoutReason)).resolves.toMatchObject({
      error: { code: 'INVALID' },
    });
    await admin().admin('previewErasureOf', { accountId: PEOPLE.anna, reason: 'legal-duty' });
    expect((await app.person(PEOPLE.anna).user('getOverview')).accesses).toEqual([
      { on: TODAY, role: 'administrator', what: 'erasure-previewed', reason: 'legal-duty' },
    ]);
  });

  it('is recorded with its reason and without a name', async () => {
    await logAll([PEOPLE.anna]);
    await admin().admin('erasePerson', erasure);
    await app.forge.queue.settle({ delayed: true });
    const { rows } = await admin().admin('getAuditLog');
    expect(rows.map(({ event, role, reason }) => [event, role, reason])).toEqual([
      ['erasure-done', 'administrator', undefined],
      ['erasure-asked', 'administrator', 'left-organisation'],
    ]);
    expect(JSON.stringify(rows)).not.toContain(PEOPLE.anna);
  });

  it('of someone without data is not found, and keeps nothing', async () => {
    await expect(admin().admin('erasePerson', erasure)).resolves.toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
    expect(app.stored().filter(({ key }) => key !== 'pepper')).toEqual([]);
  });
});
