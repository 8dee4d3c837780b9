import { expectConsistent } from '../setup/consistent';
import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';

const app = useForge();
const anna = () => app.person(PEOPLE.anna);
const TODAY = '2026-03-02';
const requestId = 'request-0000-0000-1';

interface Time {
  issueId: string;
  startedOn: string;
  duration: string;
}

const time = (change: Partial<Time> = {}): Time => ({
  issueId: '20001',
  startedOn: TODAY,
  duration: '1h',
  ...change,
});
const log = (entries: Time[], request = requestId) =>
  anna().user('logEntries', { requestId: request, entries });
const totals = () =>
  Object.assign(
    {},
    ...app.stored('day-totals').map(({ value }) => (value as { seconds: object }).seconds),
  ) as Record<string, number>;
const transactions = () => app.forge.invocations.list().at(-1)?.calls['kvs /api/v1/transaction'] ?? 0;

/** Forty times, as a repeated week may have, over the end of a year. */
const forty = Array.from({ length: 40 }, (_, at) =>
  time({
    startedOn: at < 20 ? '2025-12-31' : '2026-01-01',
    duration: '10m',
    issueId: String(20_001 + (at % 3)),
  }),
);

describe('Several entries at once', () => {
  it('are logged with the totals of their days, also by somebody who had none', async () => {
    const { outcomes, entries } = await log([time(), time({ issueId: '20002', startedOn: '2026-03-01' })]);
    expect(outcomes).toEqual(['logged', 'logged']);
    expect(entries).toMatchObject([
      {
        issueId: '20001',
        startedOn: TODAY,
        seconds: 3600,
      },
      { issueId: '20002', startedOn: '2026-03-01', seconds: 3600, keptUntil: expect.any(String) as string },
    ]);
    expect(totals()).toEqual({ [TODAY]: 3600, '2026-03-01': 3600 });
    expect(app.stored('time-entry')).toHaveLength(2);
  });

  it('take a transaction for at most eighteen of one year', async () => {
    await anna().log(TODAY);
    await log(forty);
    expect(transactions()).toBe(4);
    expect(app.stored('time-entry')).toHaveLength(41);
    expect(totals()).toMatchObject({ '2025-12-31': 12_000, '2026-01-01': 12_000 });
  });

  it('are there once, however often the same attempt comes; the same time twice in one are two', async () => {
    const twice = [time(), time()];
    await log(twice);
    const again = await log(twice);
    expect(again.outcomes).toEqual(['present', 'present']);
    expect(again.entries).toHaveLength(2);
    await log([...twice, time({ duration: '30m' })]);
    expect(app.stored('time-entry')).toHaveLength(3);
    await log(twice, 'request-0000-0000-2');
    expect(app.stored('time-entry')).toHaveLength(5);
    expect(totals()).toEqual({ [TODAY]: 4 * 3600 + 1800 });
  });

  it('double nothing, and lose nothing, where the function dies at any call and the attempt comes again', async () => {
    await anna().log('2026-02-01');
    for (const when of ['before', 'after'] as const) {
      for (let nth = 1; nth <= 9; nth += 1) {
        const request = `request-${when}-0000-${nth}`;
        const entries = forty.map((one) => ({ ...one, duration: '1m' }));
        const { length: before } = app.stored('time-entry');
        const end = app.forge.faults.add({ nth, outcome: { kind: 'crash', when } });
        await log(entries, request).catch(() => undefined);
        end();
        expectConsistent(app.forge);
        const { outcomes } = await log(entries, request);
        expect(outcomes).toHaveLength(40);
        expect(app.stored('time-entry')).toHaveLength(before + 40);
      }
    }
  });

  it('leave out what a day has no room for, and what the person may not see', async () => {
    await anna().log('2026-03-01', '23h');
    const on = (change: Partial<Time>) => time({ startedOn: '2026-03-01', ...change });
    const wanted = [
      on({ duration: '2h' }),
      on({}),
      on({ duration: '1m' }),
      time({ issueId: '999999' }),
      time(),
    ];
    const { outcomes, entries } = await log(wanted);
    expect(outcomes).toEqual(['day-full', 'logged', 'day-full', 'not-visible', 'logged']);
    expect(entries.map(({ startedOn }) => startedOn)).toEqual(['2026-03-01', TODAY]);
    expect(totals()).toEqual({ '2026-03-01': 24 * 3600, [TODAY]: 3600 });
  });

  it('are taken back by deleting them', async () => {
    const { entries } = await log([time(), time({ startedOn: '2026-03-01' })]);
    await anna().user('deleteEntries', { ids: entries.map(({ id }) => id) });
    expect(app.stored('time-entry')).toEqual([]);
    expect(totals()).toEqual({});
  });

  test.each<[string, Time[], object]>([
    ['one is of a day that has not come', [time(), time({ startedOn: '2026-03-03' })], { code: 'INVALID' }],
    ['a duration cannot be read', [time(), time({ duration: 'long' })], { code: 'INVALID' }],
    ['there are too many', Array.from({ length: 61 }, () => time()), { code: 'INVALID' }],
    ['there is none', [], { code: 'INVALID' }],
  ])('are all refused where %s', async (_, wanted, error) => {
    expect(await log(wanted)).toMatchObject({ error });
    expect(app.stored()).toEqual([]);
  });

  it('are refused while the use of the data is restricted, and while Jira does not answer', async () => {
    await anna().log(TODAY);
    const end = app.forge.faults.add({ remote: 'jira', outcome: { kind: 'answer', status: 503 } });
    expect(await log([time()])).toMatchObject({ error: { code: 'TRY_LATER' } });
    end();
    await anna().user('setRestriction', { restricted: true });
    expect(await log([time()])).toMatchObject({ error: { code: 'CONFLICT' } });
    expect(app.stored('time-entry')).toHaveLength(1);
  });
});
