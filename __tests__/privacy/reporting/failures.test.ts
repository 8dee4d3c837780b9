import type { FaultOutcome } from '../../../local/faults';
import { TEST_START } from '../../setup/test-forge';
import { useForge } from '../../setup/use-forge';
import { PEOPLE } from '../../setup/test-site';
import {
  answerReports,
  DAY_MS,
  holdPeople,
  HOUR_MS,
  reportedAccounts,
  REPORT_PATH,
  reportingRow,
  runDaily,
} from './support';

const { anna, ben } = PEOPLE;
const MINUTE_MS = 60_000;

describe('A report that fails', () => {
  // Away from the full hour, from which work would first be moved.
  const app = useForge({ startAt: TEST_START + 20 * MINUTE_MS });
  const calls = (): number =>
    app.forge.invocations
      .list()
      .reduce((sum, record) => sum + (record.calls[`stargate ${REPORT_PATH}`] ?? 0), 0);

  /** Two people whose cycle is over, and no daily run but those that a test asks for. */
  beforeEach(async () => {
    await holdPeople(app.forge, [anna, ben]);
    await app.forge.clock.advance(HOUR_MS);
    app.forge.schedule.mode.missed = 1;
    await app.forge.clock.advance(8 * DAY_MS);
    app.forge.invocations.clear();
  });
  const letDailyRun = (): void => {
    app.forge.schedule.mode.missed = 0;
  };

  /** Hours until Atlassian had a report after all. */
  const hoursUntilReported = async (most: number): Promise<number> => {
    const start = app.forge.clock.now();
    for (let hour = 0; hour < most && app.forge.atlassian.reports.length === 0; hour += 1) {
      await app.forge.clock.advance(HOUR_MS);
    }
    return ((app.forge.atlassian.reports[0]?.at ?? Infinity) - start) / HOUR_MS;
  };

  test.each<[string, FaultOutcome, string]>([
    ['500', { kind: 'answer', status: 500, body: { errorType: 'X', errorMessage: 'y' } }, 'server-error'],
    ['502', { kind: 'answer', status: 502, body: '<html>' }, 'server-error'],
    ['503', { kind: 'answer', status: 503 }, 'unavailable'],
    ['a status of no meaning', { kind: 'answer', status: 418 }, 'unexpected'],
    [
      'a redirect',
      { kind: 'answer', status: 302, headers: { location: 'https://example.com' } },
      'unexpected',
    ],
    ['a time-out', { kind: 'time-out', ms: 1000 }, 'no-answer'],
    ['a cut connection', { kind: 'cut' }, 'no-answer'],
    ['429 without Retry-After', { kind: 'answer', status: 429 }, 'rate-limited'],
    [
      'an error of Forge’s proxy',
      { kind: 'answer', status: 502, headers: { 'forge-proxy-error': 'X' } },
      'server-error',
    ],
  ])('%s: is tried again within minutes, and said so', async (_, outcome, why) => {
    answerReports(app.forge, outcome, 2);
    await runDaily(app.forge, 1);
    expect(reportingRow(app.forge)).toMatchObject({ failures: 1, failure: why });
    expect(await hoursUntilReported(2)).toBeLessThan(1);
    expect(reportedAccounts(app.forge)).toEqual([[anna, ben]]);
    expect(reportingRow(app.forge)).toMatchObject({ failures: 0, failure: why });
    expect(reportingRow(app.forge).notBefore).toBeUndefined();
  });

  test.each<[string, FaultOutcome, string]>([
    ['401', { kind: 'answer', status: 401, body: { code: 401, message: 'Unauthorized' } }, 'not-consented'],
    ['403', { kind: 'answer', status: 403 }, 'forbidden'],
  ])('%s: is tried again for minutes, and then once a day', async (_, outcome, why) => {
    const remove = answerReports(app.forge, outcome);
    await runDaily(app.forge);
    expect(reportingRow(app.forge)).toMatchObject({ failures: 3, failure: why });
    await app.forge.clock.advance(HOUR_MS);
    expect(calls()).toBe(4);
    letDailyRun();
    await app.forge.clock.advance(3 * DAY_MS);
    expect(calls()).toBe(4 + 3);
    remove();
    expect(await hoursUntilReported(30)).toBeLessThanOrEqual(25);
  });

  it('is asked a few times and then once a day while nothing answers', async () => {
    const remove = answerReports(app.forge, { kind: 'answer', status: 500 });
    letDailyRun();
    await app.forge.clock.advance(10 * DAY_MS);
    expect(calls()).toBe(4 + 9);
    remove();
    expect(await hoursUntilReported(30)).toBeLessThanOrEqual(25);
    expect(app.forge.atlassian.violations).toEqual([]);
  });

  test.each([
    ['seconds', 30, 20 * MINUTE_MS],
    ['a quarter of an hour', 900, HOUR_MS],
    ['half a day', 12 * 3600, 25 * HOUR_MS],
    ['three days', 3 * 86_400, DAY_MS + 90 * MINUTE_MS],
    ['a whole cycle', 7 * 86_400, DAY_MS + 90 * MINUTE_MS],
  ])('429 with Retry-After of %s: waits so long, and not much longer', async (_, seconds, most) => {
    answerReports(app.forge, { kind: 'rate-limited', retryAfterSeconds: seconds }, 1);
    await runDaily(app.forge, 0);
    await app.forge.queue.settle();
    letDailyRun();
    const { notBefore, failedAt } = reportingRow(app.forge);
    const asked = Date.parse(failedAt ?? '');
    expect(Date.parse(notBefore ?? '') - asked).toBe(seconds * 1000);
    await app.forge.clock.advance(42 * DAY_MS);
    const at = app.forge.atlassian.reports[0]?.at ?? Infinity;
    expect(at - asked).toBeGreaterThanOrEqual(seconds * 1000);
    expect(at - asked - seconds * 1000).toBeLessThanOrEqual(most);
  });

  it('429 with a date, and 503 with Retry-After, are kept to', async () => {
    const date = new Date(app.forge.clock.now() + 6 * HOUR_MS).toUTCString();
    const removeFirst = answerReports(
      app.forge,
      { kind: 'answer', status: 429, headers: { 'retry-after': date } },
      1,
    );
    await runDaily(app.forge);
    expect(reportingRow(app.forge).notBefore?.slice(0, 19)).toBe(new Date(date).toISOString().slice(0, 19));
    removeFirst();
    letDailyRun();
    await app.forge.clock.advance(5 * HOUR_MS);
    expect(calls()).toBe(1);
    answerReports(app.forge, { kind: 'answer', status: 503, headers: { 'retry-after': '86400' } }, 1);
    await app.forge.clock.advance(DAY_MS);
    expect(reportingRow(app.forge)).toMatchObject({ failures: 2, failure: 'unavailable' });
  });

  it('does not call more and more often where Retry-After is 0', async () => {
    answerReports(app.forge, { kind: 'rate-limited', retryAfterSeconds: 0 });
    letDailyRun();
    await app.forge.clock.advance(DAY_MS);
    expect(calls()).toBeLessThan(110);
    expect(app.forge.queue.dropped()).toEqual([]);
  });

  test.each([
    ['99999999999', /^5195-/],
    ['9'.repeat(30), /^9999-12-31T23:59:59.999Z$/],
    [String(40 * 86_400), /^2026-04-/],
    ['Fri, 31 Dec 9999 23:59:59 GMT', /^9999-12-31T23:59:59/],
  ])(
    'does not end reporting by a Retry-After of %s: it waits for one cycle, and says both',
    async (header, asked) => {
      answerReports(app.forge, { kind: 'answer', status: 429, headers: { 'retry-after': header } }, 1);
      await runDaily(app.forge);
      letDailyRun();
      const { notBefore = '', failedAt = '', askedUntil } = reportingRow(app.forge);
      expect(Date.parse(notBefore) - Date.parse(failedAt)).toBe(7 * DAY_MS);
      expect(askedUntil).toMatch(asked);
      await app.forge.clock.advance(6 * DAY_MS);
      expect(calls()).toBe(1);
      await app.forge.clock.advance(2 * DAY_MS + 2 * HOUR_MS);
      expect(reportedAccounts(app.forge)).toEqual([[anna, ben]]);
      expect(reportingRow(app.forge)).not.toHaveProperty('askedUntil');
      expect(reportingRow(app.forge)).not.toHaveProperty('notBefore');
    },
  );

  it('forgets that it was asked for more than a cycle once it is asked for less', async () => {
    const absurd = { kind: 'answer', status: 429, headers: { 'retry-after': '99999999999' } } as const;
    answerReports(app.forge, absurd, 1);
    await runDaily(app.forge);
    answerReports(app.forge, { kind: 'rate-limited', retryAfterSeconds: 86_400 }, 1);
    letDailyRun();
    await app.forge.clock.advance(8 * DAY_MS);
    expect(reportingRow(app.forge)).toMatchObject({ failures: 2 });
    expect(reportingRow(app.forge)).not.toHaveProperty('askedUntil');
  });

  it('goes on where the queue took no event: with the next daily run', async () => {
    app.forge.queue.mode.refuse = ({ job }) => job === 'reporting';
    await runDaily(app.forge);
    expect(app.forge.atlassian.reports).toEqual([]);
    app.forge.queue.mode.refuse = () => false;
    letDailyRun();
    expect(await hoursUntilReported(30)).toBeLessThanOrEqual(25);
  });
});
