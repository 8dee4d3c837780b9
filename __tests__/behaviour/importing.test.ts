import type { RowToImport } from '../../src/contract';
import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';

const app = useForge();
const anna = () => app.person(PEOPLE.anna);
const TODAY = '2026-03-02';

const idOf = (number: number): string => number.toString(16).padStart(32, '0');
const row = (change: Partial<RowToImport> = {}): RowToImport => ({
  id: idOf(0),
  issueId: '20001',
  startedOn: '2026-02-02',
  seconds: 3600,
  createdAt: '2026-02-02T09:00:00.000Z',
  ...change,
});
/** Rows of different instants. */
const rows = (count: number, change: (at: number) => Partial<RowToImport> = () => ({})): RowToImport[] =>
  Array.from({ length: count }, (_, at) => row({ id: idOf(at), seconds: 60, ...change(at) }));

const take = (some: RowToImport[], asOf?: string) =>
  anna().user('importEntries', { rows: some, ...(asOf !== undefined && { asOf }) });

const values = (entity: string) => app.stored(entity).map(({ value }) => value as Record<string, unknown>);
const erase = async () => {
  await anna().user('eraseMyData', { receiptHash: 'e'.repeat(64) });
  await app.forge.clock.advance(30 * 60_000);
};

describe('Entries that are imported', () => {
  it('are the person’s own, with the day, duration and end that they had', async () => {
    expect((await take([row()])).outcomes).toEqual(['imported']);
    const { entries } = await anna().user('listEntries');
    expect(entries).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
        accountId: PEOPLE.anna,
        issueId: '20001',
        startedOn: '2026-02-02',
        seconds: 3600,
        createdAt: '2026-02-02T09:00:00.000Z',
        keptUntil: '2029-02-01',
      },
    ]);
    expect(values('day-totals')).toMatchObject([{ seconds: { '2026-02-02': 3600 } }]);
    expect(values('standing')).toMatchObject([{ counts: { 'time-entry': 1, 'day-totals': 1 } }]);
  });

  it('are there once, however often they come, in one call or several', async () => {
    const some = rows(40, (at) => ({ startedOn: at % 2 === 0 ? '2025-12-31' : '2026-01-01' }));
    const sorted = some.sort((one, other) => one.startedOn.localeCompare(other.startedOn));
    expect((await take([...sorted, ...sorted])).outcomes.filter((each) => each === 'imported')).toHaveLength(
      40,
    );
    expect(new Set((await take(sorted)).outcomes)).toEqual(new Set(['present']));
    expect(values('time-entry')).toHaveLength(40);
    expect(values('standing')).toMatchObject([{ counts: { 'time-entry': 40, 'day-totals': 2 } }]);
  });

  it('stay as they are where they were corrected since, and are two where two say the same', async () => {
    await take([row(), row({ id: idOf(1) })]);
    const [entry] = (await anna().user('listEntries')).entries;
    await anna().user('correctEntry', { id: entry?.id, startedOn: TODAY, duration: '2h' });
    const before = values('time-entry');
    expect((await take([row(), row({ id: idOf(1) })])).outcomes).toEqual(['present', 'present']);
    expect(values('time-entry')).toEqual(before);
  });

  it('fill a day to 24 hours and no more, together with what is there', async () => {
    await anna().log('2026-02-02', '23h');
    const { outcomes } = await take(rows(3, (at) => ({ seconds: [3601, 3600, 60][at] ?? 60 })));
    expect(outcomes).toEqual(['day-full', 'imported', 'day-full']);
    expect(values('day-totals')).toMatchObject([{ seconds: { '2026-02-02': 86_400 } }]);
  });

  it.each([
    ['not-visible', row({ issueId: '999999' })],
    ['future', row({ startedOn: '2026-03-04' })],
    ['future', row({ createdAt: '2026-03-03T00:00:00.000Z' })],
    ['kept-for-its-time', row({ startedOn: '2023-03-02' })],
  ] as const)('are none that are %s, and the others come all the same', async (outcome, refused) => {
    expect((await take([refused])).outcomes).toEqual([outcome]);
    expect(app.stored('person')).toEqual([]);
    expect((await take([refused, row()])).outcomes).toEqual([outcome, 'imported']);
    expect(values('time-entry')).toHaveLength(1);
  });

  it('are as old as the rules say beforehand, to the day, whenever they were logged', async () => {
    await app.person(PEOPLE.admin).saveSettings({
      retentionDays: { 'time-entry': 30 },
      selfErasure: 'at-once',
      removedDays: 30,
    });
    const { firstDay } = await anna().user('getImportRules');
    const { outcomes } = await take([
      row({ startedOn: '2026-01-30' }),
      row({ id: idOf(1), startedOn: firstDay, createdAt: '2020-01-01T00:00:00.000Z' }),
    ]);
    expect(firstDay).toBe('2026-01-31');
    expect(outcomes).toEqual(['kept-for-its-time', 'imported']);
    expect((await anna().user('listEntries')).entries).toMatchObject([{ keptUntil: TODAY }]);
  });
});

describe('An import', () => {
  it('registers somebody who was erased anew, and not while the erasure runs', async () => {
    await anna().log(TODAY);
    await anna().user('eraseMyData', { receiptHash: 'e'.repeat(64) });
    expect(await take([row()])).toMatchObject({ error: { code: 'CONFLICT' } });
    await app.forge.clock.advance(30 * 60_000);
    expect((await take([row()])).outcomes).toEqual(['imported']);
    expect(values('marker')).toMatchObject([{ returns: 1 }]);
  });

  it('that began before an erasure ends with it, also where the person has come back', async () => {
    const { asOf } = await take([row()]);
    await app.forge.clock.advance(1000);
    expect((await take([row({ id: idOf(1) })], asOf)).outcomes).toEqual(['imported']);
    await erase();
    expect(await take([row({ id: idOf(2) })], asOf)).toMatchObject({ error: { code: 'CONFLICT' } });
    expect(values('time-entry')).toEqual([]);
    await anna().log(TODAY);
    expect(await take([row({ id: idOf(2) })], asOf)).toMatchObject({ error: { code: 'CONFLICT' } });
    expect(values('time-entry')).toHaveLength(1);
    expect((await take([row({ id: idOf(2) })])).outcomes).toEqual(['imported']);
  });

  it('adds nothing where the use of the data is restricted', async () => {
    await take([row()]);
    await anna().user('setRestriction', { restricted: true });
    expect(await take([row({ id: idOf(1) })])).toMatchObject({ error: { code: 'CONFLICT' } });
    expect((await take([row()])).outcomes).toEqual(['present']);
    expect(values('time-entry')).toHaveLength(1);
  });

  it('adds nothing while Jira does not say what the person may see', async () => {
    app.forge.faults.add({ remote: 'jira', outcome: { kind: 'answer', status: 503 } });
    expect(await take([row()])).toMatchObject({ error: { code: 'TRY_LATER' } });
    expect(app.stored('person')).toEqual([]);
  });

  it('takes nothing that is not of the form of an export, and quotes nothing of it', async () => {
    const wrong: Array<Record<string, unknown>> = [
      { seconds: 1e308 },
      { seconds: -60 },
      { seconds: 59 },
      { seconds: 86_401 },
      { seconds: 90.5 },
      { seconds: '60' },
      { startedOn: '2026-02-30' },
      { createdAt: '2026-02-02' },
      { issueId: 'APP-1' },
      { copy: 0 },
      { id: 'short' },
      { accountId: PEOPLE.ben },
      JSON.parse('{"__proto__": {"copy": 0}}') as Record<string, unknown>,
    ];
    for (const change of wrong) {
      const given = Object.fromEntries([...Object.entries(row()), ...Object.entries(change)]);
      const { error } = await anna().user('importEntries', { rows: [row(), given] });
      expect(error).toMatchObject({ code: 'INVALID' });
      expect(JSON.stringify(error)).not.toMatch(/1e308|-60|86401|APP|2026|__proto__/);
    }
    expect(await take(rows(91))).toMatchObject({ error: { code: 'INVALID' } });
    expect(app.stored('person')).toEqual([]);
  });

  it('costs one strict read and one transaction for each 18 entries', async () => {
    await take([row()]);
    const { storageId } = app.forge.installations.get();
    app.forge.storage.resetUsage(storageId);
    await take(rows(90));
    expect(app.forge.storage.usage(storageId)).toMatchObject({
      calls: { 'batch/get': 5, transaction: 5 },
      readUnits: 5,
      writeUnits: 5,
    });
  });
});
