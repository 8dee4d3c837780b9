import { secondsAway, waitAfter } from '../../../src/privacy/reporting/backoff';

const at = (time: string): Date => new Date(`2026-03-02T${time}Z`);

describe('Work near a full hour', () => {
  test.each([
    ['00:00:00', 600],
    ['08:55:00', 600],
    ['08:59:59', 600],
    ['09:04:59', 600],
    ['23:57:00', 600],
    ['09:05:00', 0],
    ['09:30:00', 0],
    ['08:54:59', 0],
  ])('at %s moves by %d seconds', (time, seconds) => {
    expect(secondsAway(at(time))).toBe(seconds);
  });

  it('is away from it after one move, from any second of the day', () => {
    const day = at('00:00:00').getTime();
    const stuck = Array.from({ length: 86_400 }, (_, second) => new Date(day + second * 1000)).filter(
      (time) => secondsAway(new Date(time.getTime() + secondsAway(time) * 1000)) !== 0,
    );
    expect(stuck).toEqual([]);
  });
});

describe('The wait after failures in a row', () => {
  it('grows, and is the daily run’s in the end', () => {
    const waits = [1, 2, 3, 4, 50].map((failures) =>
      waitAfter({ kind: 'failed', why: 'no-answer' }, failures),
    );
    expect(waits).toEqual([
      { seconds: 60, by: 'event' },
      { seconds: 300, by: 'event' },
      { seconds: 900, by: 'event' },
      { seconds: 3600, by: 'daily-run' },
      { seconds: 3600, by: 'daily-run' },
    ]);
  });

  it('is the daily run’s from the first on where the report is malformed', () => {
    expect(waitAfter({ kind: 'failed', why: 'malformed' }, 1).by).toBe('daily-run');
  });

  it('is never shorter than Atlassian says, and longer only where that did not help', () => {
    for (const retryAfterSeconds of [0, 1, 59, 900, 86_400, 1e15]) {
      for (let failures = 1; failures < 8; failures += 1) {
        const { seconds } = waitAfter({ kind: 'failed', why: 'rate-limited', retryAfterSeconds }, failures);
        expect(seconds).toBeGreaterThanOrEqual(retryAfterSeconds);
        expect(seconds).toBeLessThanOrEqual(Math.max(retryAfterSeconds, failures === 1 ? 1 : 900));
      }
    }
  });
});
