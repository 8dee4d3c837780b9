import { REPORT_FAILURES } from '../../../../src/privacy/data-sets/reporting';
import { failureWords } from '../../../../static/admin/reporting/failure-words';
import { standingOf } from '../../../../static/admin/reporting/standing';
import { t } from '../../../../static/shared/words/words';
import { view, VIEWER, without } from './support';
import { printed } from '../../../setup/printed';

const standing = (changes: Parameters<typeof view>[0]) => standingOf(view(changes), VIEWER);
const FAILED_AT = '2026-11-20T09:40:00.000Z';

describe('How reporting stands', () => {
  it('is well, with when the next report is due', () => {
    expect(standing({})).toEqual({
      tone: 'success',
      title: 'All account IDs are reported on time',
      text: expect.stringContaining(printed('The next report is due on 23 Nov 2026, 09:30')),
    });
  });

  it('is nothing while nobody has data', () => {
    const nothing = without(view({ people: 0, cycles: [] }), 'oldest', 'lastAnswer');
    const { tone, title, text } = standingOf(nothing, VIEWER);
    expect({ tone, title }).toEqual({ tone: 'info', title: 'There are no account IDs to report' });
    expect(text).toContain('as soon as people log time');
  });

  it('is that the first report is yet to come', () => {
    const { title, text } = standingOf(without(view(), 'lastAnswer'), VIEWER);
    expect(title).toBe('The app has not reported any account ID yet');
    expect(text).toContain(printed('The first report is due on 23 Nov 2026'));
  });

  it.each([
    [1, false, '1 account ID is due'],
    [31, false, '31 account IDs are due'],
    [9000, true, 'At least 9,000 account IDs are due'],
  ])('counts %d who are due', (people, more, title) => {
    expect(standing({ due: { people, more } })).toMatchObject({ tone: 'info', title });
  });

  it('is late once a daily run has passed by', () => {
    const late = { countsFrom: '2026-11-12T08:00:00.000Z', dueAt: '2026-11-19T08:00:00.000Z' };
    expect(standing({ oldest: late, due: { people: 3, more: false } })).toMatchObject({
      tone: 'warning',
      title: 'Reporting is late',
    });
    const meets = { ...late, dueAt: '2026-11-19T10:00:00.000Z' };
    expect(standing({ oldest: meets, due: { people: 3, more: false } }).tone).toBe('info');
  });

  it('says what failed, and after when it is tried again', () => {
    const { tone, title, text } = standing({
      lastFailure: { at: FAILED_AT, why: 'rate-limited', inARow: 1 },
      waitsUntil: '2026-11-22T00:00:00.000Z',
    });
    expect({ tone, title }).toEqual({ tone: 'warning', title: 'The last report failed' });
    expect(text).toContain('429');
    expect(text).toContain(printed('tries again after 22 Nov 2026, 00:00'));
  });

  it('says where the consent is given that is missing', () => {
    const lastFailure = { at: FAILED_AT, why: 'not-consented', inARow: 4 } as const;
    expect(standing({ lastFailure }).text).toContain('Manage apps');
  });

  it.each(['not-consented', 'forbidden'] as const)(
    'does not call for consent while it may pass: %s',
    (why) => {
      const { text } = standing({ lastFailure: { at: FAILED_AT, why, inARow: 3 } });
      expect(text).toContain('usual in the first minutes');
      expect(text).not.toContain('Manage apps');
    },
  );

  it('says what Atlassian asked for and what the app keeps to, where it asked for more than a cycle', () => {
    const { text } = standing({
      lastFailure: { at: FAILED_AT, why: 'rate-limited', inARow: 1 },
      waitsUntil: '2026-11-27T09:40:00.000Z',
      askedUntil: '5195-10-06T00:00:00.000Z',
    });
    expect(text).toContain(printed('asked to wait until 6 Oct 5195'));
    expect(text).toContain(printed('tries again after 27 Nov 2026, 09:40'));
  });

  it('is well again once Atlassian has answered after a failure', () => {
    const lastFailure = { at: '2026-11-16T09:00:00.000Z', why: 'no-answer', inARow: 0 } as const;
    expect(standing({ lastFailure }).tone).toBe('success');
  });

  it('says that a part failed while the rest went on', () => {
    const lastFailure = { at: FAILED_AT, why: 'unexpected', inARow: 0 } as const;
    expect(standing({ lastFailure })).toMatchObject({ title: 'Part of the last report failed' });
  });

  it('tells of closed accounts whose erasure waits', () => {
    expect(standing({ closing: 2 })).toMatchObject({
      tone: 'warning',
      text: expect.stringContaining('2 closed accounts'),
    });
  });

  it.each(REPORT_FAILURES)('has words of its own for %s', (why) => {
    const others = REPORT_FAILURES.filter((other) => other !== why).map((other) => t(failureWords[other]));
    expect(t(failureWords[why])).toMatch(/^[A-Z].*\.$/);
    expect(others).not.toContain(t(failureWords[why]));
  });
});
