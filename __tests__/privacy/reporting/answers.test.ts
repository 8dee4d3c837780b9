import { TEST_START } from '../../setup/test-forge';
import { useForge } from '../../setup/use-forge';
import { PEOPLE } from '../../setup/test-site';
import {
  accountIds,
  answerReports,
  DAY_MS,
  holdPeople,
  HOUR_MS,
  isHeld,
  reportedAccounts,
  REPORT_PATH,
  reportingRow,
  runDaily,
  siteWith,
} from './support';

const { anna, ben, chloe } = PEOPLE;
const MANY = accountIds(100);
const MINUTE_MS = 60_000;
const OPTIONS = { site: siteWith(MANY), startAt: TEST_START + 20 * MINUTE_MS };

describe('An answer of Atlassian’s', () => {
  const app = useForge(OPTIONS);

  const makeDue = async (accounts: readonly string[]): Promise<void> => {
    await holdPeople(app.forge, accounts);
    await app.forge.clock.advance(HOUR_MS);
    app.forge.schedule.mode.missed = 1;
    await app.forge.clock.advance(8 * DAY_MS);
  };
  const answer = (accounts: unknown, headers: Record<string, string> = {}): void => {
    answerReports(app.forge, { kind: 'answer', status: 200, body: { accounts }, headers }, 1);
  };

  it('applies to accounts that were asked and to no other', async () => {
    await makeDue([anna, ben]);
    await holdPeople(app.forge, [chloe]);
    answer([
      { accountId: ben, status: 'closed' },
      { accountId: PEOPLE.noData, status: 'closed' },
      { accountId: anna, status: 'frozen' },
      { accountId: anna.toUpperCase(), status: 'closed' },
      'closed',
      null,
    ]);
    await runDaily(app.forge);
    expect([anna, ben, chloe].map((account) => isHeld(app.forge, account))).toEqual([true, false, true]);
    expect(reportingRow(app.forge).answer).toEqual({ calls: 1, accounts: 3, closed: 1, 'not-understood': 5 });
  });

  it('leaves another group alone, whatever the answer about this one says of it', async () => {
    await makeDue(MANY);
    const [first = ''] = MANY;
    const last = MANY.at(-1) ?? '';
    app.forge.faults.add({
      path: REPORT_PATH,
      nth: 1,
      outcome: { kind: 'answer', status: 200, body: { accounts: [{ accountId: last, status: 'closed' }] } },
    });
    await runDaily(app.forge);
    expect([first, last].map((account) => isHeld(app.forge, account))).toEqual([true, true]);
  });

  test.each<[string, unknown, Record<string, string>]>([
    ['an empty body', '', {}],
    ['HTML', '<html><body>closed</body></html>', {}],
    ['half of JSON', '{"accounts":[{"accountId":"', {}],
    ['JSON of another form', { results: [] }, {}],
    ['accounts that are no list', { accounts: { closed: [PEOPLE.ben] } }, {}],
    [
      'a body of 10 MB',
      JSON.stringify({ accounts: Array(200_000).fill({ accountId: PEOPLE.ben, status: 'closed' }) }),
      {},
    ],
    ['a body that announces too much', { accounts: [] }, { 'content-length': '99999999' }],
    ['deep nesting', `{"accounts":${'['.repeat(50_000)}`, {}],
  ])(
    'that is unreadable (%s) counts as none: the report is made again, and nothing was done',
    async (_, body, headers) => {
      await makeDue([anna, ben]);
      answerReports(app.forge, { kind: 'answer', status: 200, body, headers }, 1);
      await runDaily(app.forge, 0);
      await app.forge.queue.settle();
      expect(reportingRow(app.forge)).toMatchObject({ failures: 1, failure: 'unreadable' });
      expect([anna, ben].map((account) => isHeld(app.forge, account))).toEqual([true, true]);
      await app.forge.clock.advance(5 * MINUTE_MS);
      expect(reportedAccounts(app.forge)).toEqual([[anna, ben]]);
    },
  );

  it('is not lost because a later batch fails', async () => {
    await makeDue(MANY);
    await app.forge.jira.closeAccount(MANY[3] ?? '');
    await app.forge.clock.advance(15 * DAY_MS);
    app.forge.faults.add({ path: REPORT_PATH, nth: 2, outcome: { kind: 'answer', status: 500 } });
    await runDaily(app.forge, 0);
    await app.forge.queue.settle();
    expect(reportingRow(app.forge)).toMatchObject({ failures: 1, failure: 'server-error' });
    expect(reportedAccounts(app.forge).map(({ length }) => length)).toEqual([90]);
    await app.forge.clock.advance(5 * MINUTE_MS);
    expect(reportedAccounts(app.forge).map(({ length }) => length)).toEqual([90, 10]);
    expect(isHeld(app.forge, MANY[3] ?? '')).toBe(false);
    expect(app.forge.atlassian.violations).toEqual([]);
  });

  it.each([
    ['P25D', 25],
    ['604800', 7],
    ['2 Days', 2],
    ['P45D', 45],
  ])('sets the cycle: %s', async (cyclePeriod, days) => {
    await holdPeople(app.forge, [anna]);
    app.forge.atlassian.settings.cyclePeriod = cyclePeriod;
    await app.forge.clock.advance(8 * DAY_MS);
    app.forge.atlassian.settings.cycleMs = days * DAY_MS;
    await app.forge.clock.advance((2 * days + 1) * DAY_MS);
    const times = app.forge.atlassian.reports.map(({ at }) => at);
    expect(times).toHaveLength(3);
    expect((times[2] ?? 0) - (times[1] ?? 0)).toBeGreaterThanOrEqual(days * DAY_MS);
    expect(app.forge.atlassian.violations).toEqual([]);
  });

  it('that asks for a longer cycle holds for groups which were reported before it came, too', async () => {
    await holdPeople(app.forge, MANY.slice(0, 90));
    await app.forge.clock.advance(2 * DAY_MS);
    await holdPeople(app.forge, MANY.slice(90));
    await app.forge.clock.advance(8 * DAY_MS);
    expect(reportedAccounts(app.forge).map(({ length }) => length)).toEqual([90, 10]);
    app.forge.atlassian.settings.cyclePeriod = 'P20D';
    await app.forge.clock.advance(5 * DAY_MS);
    expect(reportedAccounts(app.forge)).toHaveLength(3);
    app.forge.atlassian.settings.cycleMs = 20 * DAY_MS;
    await app.forge.clock.advance(15 * DAY_MS);
    expect(reportedAccounts(app.forge).map(({ length }) => length)).toEqual([90, 10, 90, 10]);
    expect(app.forge.atlassian.violations).toEqual([]);
  });

  it('in a form that is not known sets no cycle, and is recorded until one is understood', async () => {
    await holdPeople(app.forge, [anna]);
    app.forge.atlassian.settings.cyclePeriod = 'fortnightly';
    await app.forge.clock.advance(8 * DAY_MS);
    const { periodSeconds, periodUnreadAt, answeredAt } = reportingRow(app.forge);
    expect(periodSeconds).toBe(7 * 86_400);
    expect(periodUnreadAt).toBe(answeredAt);
    app.forge.atlassian.settings.cyclePeriod = 'P7D';
    await app.forge.clock.advance(7 * DAY_MS);
    expect(reportingRow(app.forge).periodUnreadAt).toBeUndefined();
  });
});

describe('A report that Atlassian calls malformed', () => {
  const app = useForge(OPTIONS);
  const refuse = (isBad: (body: string) => boolean): (() => void) =>
    app.forge.faults.add({
      path: REPORT_PATH,
      matches: ({ body }) => isBad(body),
      outcome: {
        kind: 'answer',
        status: 400,
        body: { errorType: 'BAD', errorMessage: 'Anna Arber is wrong' },
      },
    });
  const makeDue = async (accounts: readonly string[]): Promise<void> => {
    await holdPeople(app.forge, accounts);
    await app.forge.clock.advance(7 * DAY_MS);
  };

  it.each([[[0]], [[89]], [[0, 1, 2]], [[44, 95]], [[3, 4, 60, 99]]])(
    'because of accounts %j is made without them, and they are tried a cycle later',
    async (bad) => {
      const accounts = bad.map((at) => MANY[at] ?? '');
      const remove = refuse((body) => accounts.some((account) => body.includes(account)));
      await makeDue(MANY);
      await app.forge.clock.advance(DAY_MS);
      expect(reportedAccounts(app.forge).flat().sort()).toEqual(
        MANY.filter((one) => !accounts.includes(one)),
      );
      expect(reportingRow(app.forge).counts['refused']).toBe(bad.length);
      remove();
      await app.forge.clock.advance(7 * DAY_MS);
      expect(reportedAccounts(app.forge).flat()).toHaveLength(2 * MANY.length - bad.length);
      expect(app.forge.atlassian.violations).toEqual([]);
    },
  );

  it('whoever it is about stops after some calls, reports nobody as told and tells the administrator', async () => {
    const remove = refuse(() => true);
    await makeDue(MANY);
    await app.forge.clock.advance(2 * DAY_MS);
    expect(reportingRow(app.forge)).toMatchObject({ failure: 'malformed', failures: 2 });
    expect(reportingRow(app.forge).answeredAt).toBeUndefined();
    const calls = app.forge.invocations
      .list()
      .reduce((sum, { calls: made }) => sum + (made[`stargate ${REPORT_PATH}`] ?? 0), 0);
    expect(calls).toBe(2 * 2 * 12);
    remove();
    await app.forge.clock.advance(DAY_MS);
    expect(reportedAccounts(app.forge).flat().sort()).toEqual(MANY);
  });

  it('about a group of one stops no other group', async () => {
    const [only = ''] = MANY;
    const remove = refuse((body) => body.includes(only));
    await makeDue(MANY.slice(1, 91));
    await app.forge.clock.advance(DAY_MS);
    await holdPeople(app.forge, [only]);
    await app.forge.clock.advance(8 * DAY_MS);
    expect(reportedAccounts(app.forge).map(({ length }) => length)).toEqual([90, 90]);
    remove();
    await app.forge.clock.advance(14 * DAY_MS);
    expect(reportedAccounts(app.forge).flat()).toContain(only);
  });
});
