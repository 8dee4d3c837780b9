import type { ReportingView } from '../../../../src/contract';
import { failure, type Failure } from '../../../../static/shared/failure';
import { awaitReport } from '../../../../static/admin/reporting/await-report';
import { view } from './support';

const before = view({ due: { people: 31, more: false } });
const AFTER = '2026-11-20T10:00:05.000Z';
const answered = { at: AFTER, accounts: 31, closed: 0, updated: 0, notUnderstood: 0 };

/** Looks that find these in turn, the last of them from then on. */
const finding = (...found: Array<ReportingView | Failure>) =>
  jest.fn(async () => (found.length > 1 ? found.shift() : found[0]) as ReportingView | Failure);

async function awaited(look: () => Promise<ReportingView | Failure>, aborted = false) {
  const leaving = new AbortController();
  if (aborted) leaving.abort();
  const ended = awaitReport(before, look, leaving.signal);
  await jest.runAllTimersAsync();
  return ended;
}

describe('A report that was asked for', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('is looked at until nobody is due any more and no run is under way', async () => {
    const running = view({ running: true, lastAnswer: answered });
    const half = view({ lastAnswer: answered, due: { people: 1, more: false } });
    const done = view({ lastAnswer: answered });
    const look = finding(before, running, half, done);
    expect(await awaited(look)).toBe(done);
    expect(look).toHaveBeenCalledTimes(4);
  });

  it('has ended with a failure that is new', async () => {
    const failed = view({ ...before, lastFailure: { at: AFTER, why: 'no-answer', inARow: 1 } });
    expect(await awaited(finding(before, failed))).toBe(failed);
  });

  it('is not looked at for ever', async () => {
    const look = finding(before);
    expect(await awaited(look)).toBe(before);
    expect(look.mock.calls.length).toBeLessThan(60);
  });

  it('ends with what went wrong in looking, and at once where the page is left', async () => {
    const wrong = failure('Not now.');
    expect(await awaited(finding(before, wrong))).toBe(wrong);
    const look = finding(before);
    expect(await awaited(look, true)).toBeUndefined();
    expect(look).not.toHaveBeenCalled();
  });
});
