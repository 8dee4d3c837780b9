import { loadPeople } from '../setup/loaded-person';
import { PEOPLE, TEST_SITE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';
import { everyPage } from './pages';

const people = TEST_SITE.people.map((one) =>
  one.accountId === PEOPLE.chloe ? { ...one, isAdmin: true } : one,
);
const app = useForge({ site: { ...TEST_SITE, people } });
const admin = () => app.person(PEOPLE.admin);
/** A second administrator. */
const chloe = () => app.person(PEOPLE.chloe);
const LOOK = { accountId: PEOPLE.anna, reason: 'person-asked' };

beforeEach(() =>
  loadPeople(app.forge, [
    { accountId: PEOPLE.anna, entries: 230 },
    { accountId: PEOPLE.ben, entries: 120 },
  ]),
);

const audited = (): unknown[] => app.stored('audit').map(({ value }) => value);

describe('An administrator’s look into someone’s entries', () => {
  it('goes through all of them and is recorded once', async () => {
    const pages = await everyPage((after) =>
      admin().admin('listEntriesOf', { ...LOOK, limit: 40, ...after }),
    );
    const listed = pages.flatMap(({ entries }) => entries);
    expect(listed).toHaveLength(230);
    expect(new Set(listed.map(({ accountId }) => accountId))).toEqual(new Set([PEOPLE.anna]));
    expect(audited()).toMatchObject([
      { event: 'entries-viewed', role: 'administrator', reason: 'person-asked' },
    ]);
  });

  it('shows the same as the person sees', async () => {
    const theirs = await app.person(PEOPLE.anna).user('listEntries', { limit: 100, issueId: '20002' });
    const shown = await admin().admin('listEntriesOf', { ...LOOK, limit: 100, issueId: '20002' });
    expect(shown.entries).toEqual(theirs.entries);
    expect(shown.total).toBe(230);
  });

  it('is recorded before anything is shown: not recorded, not shown', async () => {
    app.forge.faults.add({
      path: '/api/v1/transaction',
      outcome: { kind: 'answer', status: 500 },
    });
    await expect(admin().admin('listEntriesOf', LOOK)).resolves.toMatchObject({
      error: { code: 'TRY_LATER' },
    });
    expect(app.forge.invocations.list().at(-1)?.calls).not.toHaveProperty(['kvs /api/v1/entity/query']);
    expect(audited()).toEqual([]);
  });

  it('of an export is recorded as one, once, and exports what the person would', async () => {
    const pages = await everyPage((after) => admin().admin('exportPageOf', { ...LOOK, ...after }));
    const theirs = await everyPage((after) => app.person(PEOPLE.anna).user('exportPage', after));
    expect(pages.map(({ parts }) => parts)).toEqual(theirs.map(({ parts }) => parts));
    expect(audited()).toMatchObject([
      { event: 'data-exported', role: 'administrator', reason: 'person-asked' },
    ]);
  });

  it('into the data of someone without any is not found and not recorded', async () => {
    const look = { ...LOOK, accountId: PEOPLE.noData };
    await expect(admin().admin('listEntriesOf', look)).resolves.toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
    await expect(admin().admin('exportPageOf', look)).resolves.toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
    expect(audited()).toEqual([]);
  });

  test.each([undefined, '', 'curiosity', 'Person-asked', 7, null])(
    'needs a reason from the list: not %j',
    async (reason) => {
      const answer = await admin().admin('listEntriesOf', { ...LOOK, reason });
      expect(answer.error).toMatchObject({
        code: 'INVALID',
        fields: { reason: { key: expect.any(String) as string } },
      });
      expect(audited()).toEqual([]);
    },
  );
});

describe('A second page', () => {
  const first = async (): Promise<string> => (await admin().admin('listEntriesOf', LOOK)).next ?? '';
  const refused = { error: { code: 'CONFLICT' } };
  const goOn = (after: string, more: object = {}) =>
    admin().admin('listEntriesOf', { ...LOOK, after, ...more });

  it('needs a first that was recorded, with the same person and reason', async () => {
    const after = await first();
    await expect(goOn(after)).resolves.toHaveProperty('entries');
    await expect(goOn(after, { accountId: PEOPLE.ben })).resolves.toMatchObject(refused);
    await expect(goOn(after, { reason: 'security' })).resolves.toMatchObject(refused);
    await expect(admin().admin('exportPageOf', { ...LOOK, after })).resolves.toMatchObject(refused);
  });

  it('is not shown an hour after the first', async () => {
    const after = await first();
    await app.forge.clock.advance(59 * 60_000, { deliver: false });
    await expect(goOn(after)).resolves.toHaveProperty('entries');
    await app.forge.clock.advance(2 * 60_000, { deliver: false });
    await expect(goOn(after)).resolves.toMatchObject(refused);
  });

  it('goes on for the administrator who was shown the first, and for no other', async () => {
    const after = await first();
    await expect(chloe().admin('listEntriesOf', { ...LOOK, after })).resolves.toMatchObject(refused);
    await expect(goOn(after)).resolves.toHaveProperty('entries');
    const own = (await chloe().admin('listEntriesOf', LOOK)).next ?? '';
    await expect(goOn(own)).resolves.toMatchObject(refused);
    await expect(chloe().admin('listEntriesOf', { ...LOOK, after: own })).resolves.toHaveProperty('entries');
    expect(audited()).toHaveLength(2);
  });

  it('cannot be had with a line read off the audit log, one’s own or another’s', async () => {
    const after = await first();
    const place = after.split('~').at(-1) ?? '';
    const { rows } = await chloe().admin('getAuditLog');
    for (const asker of [admin(), chloe()]) {
      for (const made of [
        `${rows[0]?.id}`,
        `${rows[0]?.id}~`,
        `${rows[0]?.id}~${place}`,
        `${rows[0]?.id}~~`,
      ]) {
        const answer = await asker.admin('listEntriesOf', { ...LOOK, after: made });
        expect(answer).toMatchObject(refused);
      }
    }
    expect(audited()).toHaveLength(1);
  });

  it('is of the place that was given, and of no other: not the first page anew', async () => {
    const [line = '', mark = '', place = ''] = (await first()).split('~');
    const others = ['', '2999-12-31', '2999-12-31#aaaaaaaaaaaaaaaa', `${place}0`, '~'];
    for (const other of others)
      await expect(goOn([line, mark, other].join('~'))).resolves.toMatchObject(refused);
    await expect(goOn([line, mark, place].join('~'))).resolves.toHaveProperty('entries');
  });

  it('cannot be had with a place of one’s own making', async () => {
    const after = await first();
    const [line = '', mark = '', place = ''] = after.split('~');
    const [at = ''] = line.split('#');
    const made = [
      `${line}~${mark.replaceAll(/./g, '0')}~${place}`,
      `${line}~~${place}`,
      place,
      `~${place}`,
      `${at}#0000000000000000~${place}`,
      `2026-03-02~${place}`,
      '~',
      `x~${place}`,
    ];
    for (const one of made) await expect(goOn(one)).resolves.toMatchObject(refused);
    expect(audited()).toHaveLength(1);
  });

  it('cannot be had with the line of something else that was recorded', async () => {
    const after = await first();
    await app.person(PEOPLE.anna).user('setRestriction', { restricted: true });
    await app.person(PEOPLE.anna).user('setRestriction', { restricted: false });
    const others = app.stored('audit').filter(({ value }) => (value as { role: string }).role === 'person');
    expect(others).toHaveLength(2);
    const [, mark, place] = after.split('~');
    for (const { key } of others) {
      await expect(goOn(`${key}~${mark}~${place}`)).resolves.toMatchObject(refused);
    }
  });
});
