import type { Cohort } from '../../../src/privacy/data-sets/cohort';
import { useForge } from '../../setup/use-forge';
import { PEOPLE } from '../../setup/test-site';
import {
  accountIds,
  DAY_MS,
  holdPeople,
  HOUR_MS,
  isHeld,
  reportedAccounts,
  reportingRow,
  siteWith,
} from './support';

const MANY = accountIds(200);

describe('A cycle of reporting', () => {
  const app = useForge({ site: siteWith(MANY) });
  const { anna, ben, chloe } = PEOPLE;
  const times = (accountId: string): number[] =>
    app.forge.atlassian.reports
      .filter(({ accounts }) => accounts.some((account) => account.accountId === accountId))
      .map(({ at }) => at);

  it('reports everyone once every seven days: never earlier, and later by minutes', async () => {
    await holdPeople(app.forge, [anna, ben]);
    await app.forge.clock.advance(57 * DAY_MS);
    expect(app.forge.atlassian.violations).toEqual([]);
    expect(times(anna)).toEqual(times(ben));
    expect(times(anna)).toHaveLength(8);
    const gaps = times(anna)
      .slice(1)
      .map((at, place) => at - (times(anna)[place] ?? 0) - 7 * DAY_MS);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...gaps)).toBeLessThan(5 * 60_000);
  });

  it('reports ninety at a time, one call after the other, and each of them once', async () => {
    await holdPeople(app.forge, MANY);
    await app.forge.clock.advance(8 * DAY_MS);
    expect(reportedAccounts(app.forge).map(({ length }) => length)).toEqual([90, 90, 20]);
    expect(reportedAccounts(app.forge).flat().sort()).toEqual([...MANY].sort());
    expect(reportingRow(app.forge).counts).toMatchObject({ calls: 3, accounts: 200 });
    expect(app.forge.atlassian.violations).toEqual([]);
  });

  it('takes a newcomer along with the group, and nobody early because of one', async () => {
    await holdPeople(app.forge, [anna]);
    await app.forge.clock.advance(6 * DAY_MS);
    await holdPeople(app.forge, [ben]);
    await app.forge.clock.advance(2 * DAY_MS);
    expect(reportedAccounts(app.forge)).toEqual([[anna, ben]]);
    await holdPeople(app.forge, [chloe]);
    await app.forge.clock.advance(4 * DAY_MS);
    expect(reportedAccounts(app.forge)).toHaveLength(1);
    await app.forge.clock.advance(3 * DAY_MS + HOUR_MS);
    expect(reportedAccounts(app.forge)).toEqual([
      [anna, ben],
      [anna, ben, chloe],
    ]);
    expect(app.forge.atlassian.violations).toEqual([]);
  });

  it('does not report early who was erased and came back between two reports', async () => {
    await holdPeople(app.forge, [anna, ben]);
    await app.forge.clock.advance(8 * DAY_MS);
    await app.person(ben).user('eraseMyData', { receiptHash: 'a'.repeat(64) });
    await app.forge.clock.advance(DAY_MS);
    await holdPeople(app.forge, [ben]);
    await app.forge.clock.advance(21 * DAY_MS);
    expect(app.forge.atlassian.violations).toEqual([]);
    expect(times(ben).length).toBeGreaterThanOrEqual(3);
    expect((times(ben)[1] ?? 0) - (times(ben)[0] ?? 0)).toBeGreaterThan(7 * DAY_MS);
  });

  it('reports nobody who was erased', async () => {
    await holdPeople(app.forge, [anna, ben]);
    await app.person(ben).user('eraseMyData', { receiptHash: 'a'.repeat(64) });
    await app.forge.clock.advance(15 * DAY_MS);
    expect(times(ben)).toEqual([]);
    expect(times(anna)).toHaveLength(2);
  });

  it('calls nobody where nobody is held, and looks at no empty group', async () => {
    await app.forge.clock.advance(9 * DAY_MS);
    await holdPeople(app.forge, [anna]);
    await app.person(anna).user('eraseMyData', { receiptHash: 'a'.repeat(64) });
    await app.forge.clock.advance(30 * DAY_MS);
    expect(app.forge.atlassian.reports).toEqual([]);
    expect(app.stored('cohort').map(({ value }) => (value as Cohort).size)).toEqual([0]);
    expect(
      app.forge.invocations.list().filter(({ calls }) => calls['stargate /app/report-accounts']),
    ).toEqual([]);
  });

  it('erases a closed account at once and never reports it again', async () => {
    await holdPeople(app.forge, [anna, ben]);
    await app.forge.jira.closeAccount(ben);
    await app.forge.clock.advance(16 * DAY_MS);
    expect(isHeld(app.forge, ben)).toBe(false);
    await app.forge.clock.advance(60 * DAY_MS);
    expect(app.forge.atlassian.violations).toEqual([]);
    expect(times(ben)).toHaveLength(2);
    expect(app.stored('marker').map(({ value }) => (value as { kind: string }).kind)).toEqual(['closed']);
    expect(reportingRow(app.forge).counts['closed']).toBeUndefined();
  });

  it('hears of a change once, and reports a later moment from then on', async () => {
    await holdPeople(app.forge, [anna]);
    await app.forge.clock.advance(DAY_MS);
    await app.forge.jira.rename(anna, 'Anna Alder');
    await app.forge.clock.advance(28 * DAY_MS);
    const answers = app.forge.atlassian.reports.map(({ answers: said }) => said.length);
    expect(answers).toEqual([1, 0, 0, 0]);
    const moments = app.forge.atlassian.reports.map(({ accounts }) =>
      Date.parse(accounts[0]?.updatedAt ?? ''),
    );
    expect(moments[1]).toBeGreaterThan(moments[0] ?? 0);
    expect(moments[1]).toBe(moments[3]);
  });
});
