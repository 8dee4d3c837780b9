import type { Cohort, Register } from '../../../src/privacy/data-sets/cohort';
import { sha256 } from '../../../src/privacy/digest';
import { useForge, type TestApp } from '../../setup/use-forge';
import { accountIds, DAY_MS, holdPeople, reportedAccounts, runDaily, siteWith } from './support';

const MANY = accountIds(200);
const TODAY = '2026-03-02';

/** How many stand in each cohort in which somebody stands, fewest first. */
const sizes = (app: TestApp): number[] =>
  app
    .stored('cohort')
    .map(({ value }) => (value as Cohort).size)
    .filter((size) => size > 0)
    .sort((one, other) => one - other);

const register = (app: TestApp): Register | undefined => app.stored('register')[0]?.value as Register;

/** How many reports of so many days hold how many accounts together. */
async function reportsOf(app: TestApp, days: number): Promise<[reports: number, accounts: number]> {
  app.forge.atlassian.reports.length = 0;
  await app.forge.clock.advance(days * DAY_MS);
  const reported = reportedAccounts(app.forge);
  return [reported.length, reported.flat().length];
}

async function erase(app: TestApp, people: readonly string[]): Promise<void> {
  for (const accountId of people) {
    await app.person(accountId).user('eraseMyData', { receiptHash: sha256(accountId) });
  }
  await app.forge.clock.advance(600_000);
}

describe('When many people came at once', () => {
  const app = useForge({ callMs: { min: 20, max: 60 }, site: siteWith(MANY) });

  it('they stand together a day later, one cohort is open, and a cycle takes hardly a report more than they need', async () => {
    await Promise.all(MANY.map((accountId) => app.person(accountId).log(TODAY)));
    expect(sizes(app).length).toBeGreaterThan(4);
    await app.forge.clock.advance(2 * DAY_MS);
    expect(sizes(app).length).toBeLessThanOrEqual(4);
    expect(register(app)?.taking).toHaveLength(1);
    for (const cycle of [6, 7, 7]) {
      const [reports, accounts] = await reportsOf(app, cycle);
      expect(reports).toBeLessThanOrEqual(4);
      expect(accounts).toBe(200);
    }
    expect(app.forge.atlassian.violations).toEqual([]);
  });

  it('the numbers of cohorts that became empty are used again', async () => {
    for (const part of [MANY.slice(0, 60), MANY.slice(60, 120), MANY.slice(120, 180)]) {
      await Promise.all(part.map((accountId) => app.person(accountId).log(TODAY)));
      await app.forge.clock.advance(2 * DAY_MS);
    }
    expect(app.stored('cohort').length).toBeLessThanOrEqual(18);
  });
});

describe('When most people are gone', () => {
  const app = useForge({ site: siteWith(MANY) });

  it('the few who are left of several cohorts, told on different days, come to be told together', async () => {
    await holdPeople(app.forge, MANY.slice(0, 90));
    await app.forge.clock.advance(2 * DAY_MS);
    await holdPeople(app.forge, MANY.slice(90, 180));
    await app.forge.clock.advance(3 * DAY_MS);
    await holdPeople(app.forge, MANY.slice(180));
    await app.forge.clock.advance(10 * DAY_MS);
    await erase(app, [...MANY.slice(5, 90), ...MANY.slice(98, 180), ...MANY.slice(186)]);
    expect(sizes(app)).toEqual([5, 6, 8]);
    await runDaily(app.forge);
    expect(sizes(app)).toEqual([6, 13]);
    await app.forge.clock.advance(7 * 7 * DAY_MS);
    expect(await reportsOf(app, 7)).toEqual([2, 19]);
    expect(app.forge.atlassian.violations).toEqual([]);
  }, 240_000);

  it('whoever comes next fills up a cohort that became small', async () => {
    await holdPeople(app.forge, MANY.slice(0, 95));
    await erase(app, MANY.slice(0, 60));
    await holdPeople(app.forge, MANY.slice(95, 185));
    await holdPeople(app.forge, MANY.slice(185));
    expect(sizes(app)).toEqual([50, 90]);
  });

  it('nobody is moved within an hour of their first entry', async () => {
    await holdPeople(app.forge, MANY.slice(0, 185));
    await erase(app, [...MANY.slice(2, 90), ...MANY.slice(92, 180)]);
    expect(sizes(app)).toEqual([2, 2, 5]);
    await app.forge.schedule.run('daily');
    await app.forge.clock.advance(16 * 60_000);
    expect(sizes(app)).toEqual([2, 2, 5]);
    await app.forge.clock.advance(3_600_000);
    await runDaily(app.forge);
    expect(sizes(app)).toEqual([2, 7]);
  });
});
