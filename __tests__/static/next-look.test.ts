import type { JobState, JobView } from '../../src/contract';
import { nextLookMs } from '../../static/shared/erasure/next-look';

const now = Date.parse('2026-11-23T10:00:00.000Z');
const job = (state: JobState, continuesAt?: string): JobView => ({
  id: 'j1',
  state,
  askedBy: 'person',
  startedAt: '2026-11-23T09:59:00.000Z',
  deleted: 0,
  expected: 10,
  ...(continuesAt === undefined ? {} : { continuesAt }),
});

describe('following a job', () => {
  it('looks at once, however old what the page knows is', () => {
    expect(nextLookMs(job('done'), 0, 0, now)).toBe(0);
    expect(nextLookMs(job('deleting'), 0, 0, now)).toBe(0);
  });

  it.each(['done', 'confirmed', 'stuck'] as const)('ends when the job is %s', (state) => {
    expect(nextLookMs(job(state), 3, 1000, now)).toBeUndefined();
  });

  it('looks less and less often, but at least every 10 seconds', () => {
    const waits = Array.from(
      { length: 20 },
      (_, index) => nextLookMs(job('deleting'), index + 1, 0, now) ?? 0,
    );
    expect(waits).toEqual([...waits].sort((one, other) => one - other));
    expect(waits[0]).toBeGreaterThan(500);
    expect(waits.at(-1)).toBe(10_000);
  });

  it('waits until the job goes on, at most half a minute', () => {
    expect(nextLookMs(job('verifying', '2026-11-23T10:00:20.000Z'), 1, 0, now)).toBe(20_500);
    expect(nextLookMs(job('verifying', '2026-11-23T11:00:00.000Z'), 1, 0, now)).toBe(30_000);
    expect(nextLookMs(job('verifying', '2026-11-23T09:00:00.000Z'), 1, 0, now)).toBeLessThan(1000);
  });

  it('stops by itself after a quarter of an hour', () => {
    expect(nextLookMs(job('verifying'), 50, 15 * 60_000 + 1, now)).toBeUndefined();
  });
});
