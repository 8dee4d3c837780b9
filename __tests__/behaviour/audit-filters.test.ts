import * as fc from 'fast-check';
import type { AuditFilter, AuditRow } from '../../src/contract';
import { runCount } from '../setup/run-count';
import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';
import { everyPage } from './pages';

const app = useForge();
const DAY_MS = 86_400_000;
const admin = () => app.person(PEOPLE.admin);
const fitting = async (filter: object, limit = 3): Promise<AuditRow[]> => {
  const pages = await everyPage((after) => admin().admin('getAuditLog', { limit, ...filter, ...after }));
  return pages.flatMap(({ rows }) => rows);
};

/** Looks for two reasons, a request and a restriction on each of these days. */
async function someDays(days: number): Promise<void> {
  await app.person(PEOPLE.anna).log('2026-03-01');
  for (let n = 0; n < days; n += 1) {
    for (const reason of ['security', 'correction']) {
      await admin().admin('listEntriesOf', { accountId: PEOPLE.anna, reason });
    }
    await app.person(PEOPLE.anna).user('openRequest', { type: n % 2 ? 'access' : 'portability' });
    await app.forge.clock.advance(DAY_MS);
  }
}

it('gives each line that fits once, newest first, and no other, whatever is asked for', async () => {
  await someDays(4);
  const all = await fitting({}, 100);
  const instants = [...all.map(({ at }) => at), '2026-03-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z'];
  const maybe = <Value>(...values: Value[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
  const filter = fc.record({
    since: maybe(...instants),
    until: maybe(...instants),
    event: maybe('entries-viewed' as const, 'request-opened' as const, 'settings-changed' as const),
    role: maybe('person' as const, 'administrator' as const, 'system' as const),
    reason: maybe('security' as const, 'correction' as const),
  });
  await fc.assert(
    fc.asyncProperty(filter, fc.integer({ min: 1, max: 12 }), async (wanted, limit) => {
      const { since = '', until = '~' } = wanted;
      const given = JSON.parse(JSON.stringify(wanted)) as AuditFilter;
      fc.pre(since < until);
      const expected = all.filter(
        (row) =>
          row.at >= since &&
          row.at < until &&
          (['event', 'role', 'reason'] as const).every((name) => (wanted[name] ?? row[name]) === row[name]),
      );
      expect(await fitting(given, limit)).toEqual(expected);
    }),
    { numRuns: runCount(25, 500) },
  );
});

it('looks through a thousand lines at most in a call, and goes on from there', async () => {
  await someDays(1);
  const { storageId } = app.forge.installations.get();
  const rows = Array.from({ length: 1500 }, (_, n) => {
    const position = `2026-03-20T00:00:00.${String(n % 1000).padStart(3, '0')}Z#${'b'.repeat(16)}${String(n).padStart(4, '0')}`;
    return {
      store: 'entity' as const,
      entityName: 'audit',
      key: position,
      value: { event: 'came-back', role: 'atlassian', position },
    };
  });
  await app.forge.storage.load(storageId, rows);
  const first = await admin().admin('getAuditLog', { event: 'request-opened' });
  expect(first).toMatchObject({ rows: [], next: expect.any(String) as string });
  expect(await fitting({ event: 'request-opened' })).toHaveLength(1);
});

it('refuses what is in no list, and quotes nothing of it', async () => {
  for (const wrong of [{ event: 'S3CRET' }, { role: 'S3CRET' }, { reason: 'S3CRET' }, { since: 'S3CRET' }]) {
    const { error } = await admin().admin('getAuditLog', wrong);
    expect(error?.code).toBe('INVALID');
    expect(JSON.stringify(error)).not.toContain('S3CRET');
  }
});

it('refuses days of which the last lies before the first', async () => {
  const time = { since: '2026-03-02T00:00:00.000Z', until: '2026-03-01T00:00:00.000Z' };
  expect((await admin().admin('getAuditLog', time)).error?.code).toBe('INVALID');
});
