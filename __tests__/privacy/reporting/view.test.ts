import { TEST_START } from '../../setup/test-forge';
import { useForge } from '../../setup/use-forge';
import { PEOPLE } from '../../setup/test-site';
import { accountIds, answerReports, DAY_MS, holdPeople, HOUR_MS, siteWith } from './support';

const { anna, ben, chloe, admin } = PEOPLE;
const MANY = accountIds(95);

describe('What administrators see of reporting', () => {
  const app = useForge({ site: siteWith(MANY), startAt: TEST_START + 20 * 60_000 });
  const view = () => app.person(admin).admin('getReporting');
  const run = () => app.person(admin).admin('runReporting');
  const quietly = async (days: number): Promise<void> => {
    await app.forge.clock.advance(HOUR_MS);
    app.forge.schedule.mode.missed = 1;
    await app.forge.clock.advance(days * DAY_MS);
  };

  it('is nothing at first, and keeps nothing for being looked at', async () => {
    const before = JSON.stringify(app.stored());
    expect(await view()).toEqual({
      now: new Date(app.forge.clock.now()).toISOString(),
      people: 0,
      periodSeconds: 7 * 86_400,
      due: { people: 0, more: false },
      closing: 0,
      running: false,
      cycles: [expect.objectContaining({ calls: 0, accounts: 0, failures: 0 })],
    });
    expect(JSON.stringify(app.stored())).toBe(before);
  });

  it('is how many are held, how many are due and who waits longest', async () => {
    await holdPeople(app.forge, MANY);
    const since = Date.parse((await view()).oldest?.countsFrom ?? '');
    await quietly(8);
    const { people, due, oldest } = await view();
    expect({ people, due }).toEqual({ people: 95, due: { people: 95, more: false } });
    expect(Date.parse(oldest?.countsFrom ?? '')).toBe(since);
    expect(Date.parse(oldest?.dueAt ?? '')).toBe(since + 7 * DAY_MS);
  });

  it('names no account; of those who were removed there is a list', async () => {
    await holdPeople(app.forge, [anna, ben]);
    await app.forge.clock.advance(8 * DAY_MS);
    await app.forge.jira.removeFromSite(ben);
    const text = JSON.stringify(await view());
    for (const accountId of [anna, ben]) expect(text).not.toContain(accountId);
    const { removed } = await app.person(admin).admin('listRemoved');
    expect(removed).toMatchObject([{ accountId: ben }]);
  });

  it('is the last answer, the last failure and what happens next', async () => {
    await holdPeople(app.forge, [anna, ben]);
    await app.forge.jira.closeAccount(ben);
    await app.forge.clock.advance(16 * DAY_MS);
    const answered = await view();
    expect(answered.lastAnswer).toMatchObject({ accounts: 2, closed: 1, updated: 0, notUnderstood: 0 });
    expect(answered.lastFailure).toBeUndefined();
    await quietly(7);
    answerReports(app.forge, { kind: 'rate-limited', retryAfterSeconds: 86_400 });
    await run();
    await app.forge.clock.advance(60_000);
    const failed = await view();
    expect(failed.lastFailure).toMatchObject({ why: 'rate-limited', inARow: 1 });
    expect(Date.parse(failed.waitsUntil ?? '') - Date.parse(failed.lastFailure?.at ?? '')).toBe(DAY_MS);
    expect(failed.due.people).toBe(1);
  });

  it('is a row of numbers for each cycle, the present one last, and a year of them at most', async () => {
    await holdPeople(app.forge, [anna, ben, chloe]);
    await app.forge.clock.advance(400 * DAY_MS);
    const { cycles } = await view();
    expect(cycles.length).toBe(53);
    expect(new Set(cycles.map(({ from }) => from)).size).toBe(53);
    expect(cycles.slice(0, -1).every(({ calls, accounts }) => calls === 1 && accounts === 3)).toBe(true);
    const gaps = cycles.slice(1).map(({ from }, at) => from === cycles[at]?.to);
    expect(gaps.every(Boolean)).toBe(true);
  });

  it('lets a report be asked for, which comes when it is due and not before', async () => {
    await holdPeople(app.forge, [anna]);
    expect(await run()).toMatchObject({ outcome: 'nothing-due', view: { people: 1 } });
    await quietly(8);
    const started = await run();
    expect(started.outcome).toBe('started');
    expect(started.startsAt).toBeUndefined();
    await app.forge.clock.advance(60_000);
    expect(app.forge.atlassian.reports).toHaveLength(1);
    expect((await run()).outcome).toBe('nothing-due');
    await app.forge.clock.advance(7 * DAY_MS);
    answerReports(app.forge, { kind: 'rate-limited', retryAfterSeconds: 3600 }, 1);
    await run();
    await app.forge.clock.advance(60_000);
    expect((await run()).outcome).toBe('waiting');
    expect(app.forge.atlassian.reports).toHaveLength(1);
    expect(app.forge.atlassian.violations).toEqual([]);
  });

  it('lets an administrator report where Atlassian asked for a wait of more than a cycle, and no other wait', async () => {
    await holdPeople(app.forge, [anna]);
    await quietly(8);
    const absurd = { kind: 'answer', status: 429, headers: { 'retry-after': '99999999999' } } as const;
    answerReports(app.forge, absurd, 1);
    await run();
    await app.forge.clock.advance(60_000);
    const { waitsUntil, askedUntil } = await view();
    expect(waitsUntil?.slice(0, 4)).toBe('2026');
    expect(askedUntil?.slice(0, 4)).toBe('5195');
    expect((await run()).outcome).toBe('started');
    await app.forge.clock.advance(60_000);
    expect(app.forge.atlassian.reports).toHaveLength(1);
    expect(await view()).not.toHaveProperty('askedUntil');
    expect((await run()).outcome).toBe('nothing-due');
  });

  it('says when a report goes out that is asked for near a full hour', async () => {
    await holdPeople(app.forge, [anna]);
    await quietly(8);
    await app.forge.clock.advance(HOUR_MS - (app.forge.clock.now() % HOUR_MS) - 60_000);
    const { outcome, startsAt, view: before } = await run();
    expect(outcome).toBe('started');
    expect(Math.round((Date.parse(startsAt ?? '') - Date.parse(before.now)) / 60_000)).toBe(10);
    await app.forge.clock.advance(9 * 60_000);
    expect(app.forge.atlassian.reports).toHaveLength(0);
    await app.forge.clock.advance(2 * 60_000);
    expect(app.forge.atlassian.reports).toHaveLength(1);
  });

  it('counts closed accounts whose erasure has not begun', async () => {
    await holdPeople(app.forge, [anna, ben]);
    await app.forge.jira.closeAccount(ben);
    await app.forge.clock.advance(14 * DAY_MS - 1);
    // The answer is noted; from then on storage takes nothing for a while.
    app.forge.faults.add({
      path: '/api/v1/transaction',
      matches: ({ body }) => body.includes('"erasure"'),
      outcome: { kind: 'answer', status: 400, body: { code: 'REFUSED', message: '' } },
    });
    const closing = async (): Promise<number> => (await view()).closing;
    for (let hours = 0; (await closing()) === 0 && hours < 48; hours += 1) {
      await app.forge.clock.advance(HOUR_MS);
    }
    expect(await closing()).toBe(1);
    app.forge.faults.clear();
    await app.forge.clock.advance(HOUR_MS);
    expect(await closing()).toBe(0);
  });

  it('is refused to everyone else', async () => {
    expect((await app.person(anna).admin('getReporting')).error?.code).toBe('NOT_ALLOWED');
    expect((await app.person(anna).admin('runReporting')).error?.code).toBe('NOT_ALLOWED');
    const asked = await app.person(anna).admin('getReportingOf', { accountId: anna });
    expect(asked.error?.code).toBe('NOT_ALLOWED');
  });
});

describe('What administrators see of one person', () => {
  const app = useForge();
  const of = (accountId: string) => app.person(admin).admin('getReportingOf', { accountId });

  it('is what that person sees, and nothing of somebody without data', async () => {
    await holdPeople(app.forge, [anna]);
    await app.forge.clock.advance(8 * DAY_MS);
    const { reported } = await app.person(anna).user('getOverview');
    expect(reported?.lastAt).toBeDefined();
    expect(await of(anna)).toEqual({ reported });
    expect(await of(ben)).toEqual({});
  });

  it('is since when they are removed from the site and when they are erased', async () => {
    await holdPeople(app.forge, [anna, ben]);
    await app.forge.jira.removeFromSite(anna);
    const [listed] = (await app.person(admin).admin('listRemoved')).removed;
    expect((await of(anna)).removed).toEqual(listed);
    expect((await of(ben)).removed).toBeUndefined();
  });
});

describe('What a person sees of reporting', () => {
  const app = useForge();

  it('is when Atlassian was last told of them, and from when it is told again', async () => {
    await holdPeople(app.forge, [anna]);
    const first = (await app.person(anna).user('getOverview')).reported;
    expect(first).toEqual({ nextAt: expect.stringMatching(/^2026-03-09T09:/) });
    await app.forge.clock.advance(8 * DAY_MS);
    const [report] = app.forge.atlassian.reports;
    const told = (await app.person(anna).user('getOverview')).reported;
    const lastAt = Date.parse(told?.lastAt ?? '');
    expect(Math.abs(lastAt - (report?.at ?? 0))).toBeLessThan(1000);
    expect(Date.parse(told?.nextAt ?? '') - lastAt).toBe(7 * DAY_MS);
    await holdPeople(app.forge, [ben]);
    expect((await app.person(ben).user('getOverview')).reported?.lastAt).toBeUndefined();
  });
});
