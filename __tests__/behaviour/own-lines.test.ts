import type { AccessPage } from '../../src/contract';
import { loadOwnLines } from '../setup/loaded-lines';
import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';
import { everyPage } from './pages';

const app = useForge();
const TODAY = '2026-03-02';
const anna = () => app.person(PEOPLE.anna);
const look = (reason: string) =>
  app.person(PEOPLE.admin).admin('listEntriesOf', { accountId: PEOPLE.anna, reason });

/** The storage calls of the latest invocation. */
function storageCalls(): number {
  const ofStorage = Object.entries(app.forge.invocations.list().at(-1)?.calls ?? {}).filter(([name]) =>
    name.startsWith('kvs '),
  );
  return ofStorage.reduce((sum, [, count]) => sum + count, 0);
}

/** All that the overview and its further pages tell. */
async function toldOf(): Promise<AccessPage['accesses']> {
  const { accesses, earlierAccesses } = await anna().user('getOverview');
  if (earlierAccesses === undefined) return accesses;
  const pages = await everyPage<AccessPage>(({ after = earlierAccesses }) =>
    anna().user('listAccesses', { after }),
  );
  return [...accesses, ...pages.flatMap(({ accesses: more }) => more)];
}

describe('Thousands of lines that a person wrote themselves', () => {
  beforeEach(async () => {
    await anna().log(TODAY);
    await look('security');
    await app.forge.clock.advance(1000);
    await loadOwnLines(app.forge, PEOPLE.anna, 3000);
  });

  it('do not make My data dear', async () => {
    const { accesses, earlierAccesses } = await anna().user('getOverview');
    expect(accesses).toEqual([]);
    expect(earlierAccesses).toBeDefined();
    expect(storageCalls()).toBeLessThanOrEqual(8);
    await anna().user('listAccesses', { after: earlierAccesses });
    expect(storageCalls()).toBeLessThanOrEqual(4);
  });

  it('do not hide who looked at the data before, nor since', async () => {
    await app.forge.clock.advance(3_000_000);
    await look('security');
    expect(await toldOf()).toEqual([
      { on: TODAY, role: 'administrator', what: 'entries-viewed', reason: 'security' },
      { on: TODAY, role: 'administrator', what: 'entries-viewed', reason: 'security' },
    ]);
  });
});

test('the list of who looked goes on from a place of its own only, and in nobody else’s', async () => {
  await anna().log(TODAY);
  await app.person(PEOPLE.ben).log(TODAY);
  await look('security');
  for (const after of ['0', '2026-03-02', '~', TODAY])
    expect((await anna().user('listAccesses', { after })).error?.code).toBe('INVALID');
  const [line] = app.stored('audit');
  const later = line?.key.replace('2026', '2027');
  await expect(app.person(PEOPLE.ben).user('listAccesses', { after: later })).resolves.toEqual({
    accesses: [],
  });
  await expect(app.person(PEOPLE.noData).user('listAccesses')).resolves.toEqual({ accesses: [] });
});

describe('Restricting and asking again and again', () => {
  const restrict = (restricted: boolean) => anna().user('setRestriction', { restricted });
  const open = () => anna().user('openRequest', { type: 'access' });
  const withdraw = (id: string) => anna().user('withdrawRequest', { type: 'access', id });

  beforeEach(() => anna().log(TODAY));

  it('is lifted ten times on a day; restricting is always possible, and lifting again on the next', async () => {
    for (let n = 0; n < 10; n += 1) {
      expect((await restrict(true)).restriction).toMatchObject({ by: 'person' });
      expect((await restrict(false)).restriction).toBeNull();
    }
    expect((await restrict(true)).restriction).toMatchObject({ by: 'person' });
    const refusal = await restrict(false);
    expect(refusal.error).toEqual({
      code: 'CONFLICT',
      says: { key: 'refused.taken-back-too-often', values: { count: 10 } },
    });
    expect(app.stored('audit')).toHaveLength(21);
    await app.forge.clock.advance(86_400_000);
    expect((await restrict(false)).restriction).toBeNull();
  });

  it('is withdrawn ten times on a day, together with what was lifted; asking is always possible', async () => {
    await restrict(true);
    await restrict(false);
    for (let n = 0; n < 9; n += 1)
      expect(await withdraw((await open()).id)).toMatchObject({ status: 'withdrawn' });
    const { id, status } = await open();
    expect(status).toBe('open');
    expect((await withdraw(id)).error?.code).toBe('CONFLICT');
    expect((await restrict(true)).restriction).toMatchObject({ by: 'person' });
    expect((await restrict(false)).error?.code).toBe('CONFLICT');
  });

  it('does not hinder an administrator from lifting where the person asks them', async () => {
    for (let n = 0; n < 10; n += 1) {
      await restrict(true);
      await restrict(false);
    }
    await restrict(true);
    const lift = { accountId: PEOPLE.anna, reason: 'person-asked', restricted: false };
    const { restriction } = await app.person(PEOPLE.admin).admin('setRestrictionOf', lift);
    expect(restriction).toBeNull();
  });
});
