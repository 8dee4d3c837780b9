import type { UndoPreview, WebhookUndo } from '../../../src/contract';
import { momentOf } from '../../../static/admin/webhook/moment';
import { isSomething, previewWords, undoneWords } from '../../../static/admin/webhook/undo-words';
import { printed } from '../../setup/printed';

const VIEWER = { locale: 'en-GB', timeZone: 'UTC' };
const preview = (change: Partial<UndoPreview>): UndoPreview => ({
  people: { least: 0 },
  requests: { least: 0 },
  waiting: { least: 0 },
  ...change,
});

describe('The moment in a field', () => {
  it.each([
    ['2026-03-02T10:00', 'UTC', '2026-03-02T10:00:00.000Z'],
    ['2026-03-02T10:00', 'Europe/Zurich', '2026-03-02T09:00:00.000Z'],
    ['2026-07-02T00:15', 'Europe/Zurich', '2026-07-01T22:15:00.000Z'],
    ['2026-03-02T10:00', 'Asia/Kathmandu', '2026-03-02T04:15:00.000Z'],
    ['2026-03-02T10:00', 'Pacific/Kiritimati', '2026-03-01T20:00:00.000Z'],
    ['2026-12-31T23:59', 'America/Los_Angeles', '2027-01-01T07:59:00.000Z'],
    // Shown twice: the first of the two.
    ['2026-10-25T02:30', 'Europe/Zurich', '2026-10-25T00:30:00.000Z'],
    // Not shown at all: before the clock was put forward.
    ['2026-03-29T02:30', 'Europe/Zurich', '2026-03-29T00:30:00.000Z'],
  ])('%s in %s is %s', (typed, timeZone, moment) => {
    expect(momentOf(typed, timeZone)).toBe(moment);
  });

  it.each(['', 'soon'])('is none where it holds %j', (typed) => {
    expect(momentOf(typed, 'UTC')).toBeUndefined();
  });
});

describe('What undoing would come to', () => {
  it('is said in a sentence for each part', () => {
    const words = previewWords(
      preview({
        people: { least: 230 },
        requests: { least: 1 },
        waiting: { least: 2000, more: true },
        from: '2026-03-02T09:30:00.000Z',
      }),
      VIEWER,
    );
    expect(words).toEqual([
      printed('Its announcements concern 230 people. It named the first one on 2 Mar 2026, 09:30.'),
      'It passed on 1 request that nobody has answered.',
      'It named 2,000 or more accounts that are still waiting.',
    ]);
  });

  it('is nothing where there is nothing', () => {
    expect(isSomething(preview({}))).toBe(false);
    expect(isSomething(preview({ waiting: { least: 1 } }))).toBe(true);
    expect(previewWords(preview({}), VIEWER)).toEqual([]);
  });
});

describe('What undoing came to', () => {
  const undo: WebhookUndo = {
    askedAt: '2026-03-02T09:00:00.000Z',
    reason: 'security',
    people: 1,
    requests: 12,
  };

  it('is said while it goes on, and at its end', () => {
    expect(undoneWords(undo, VIEWER)).toBe(
      'The app is undoing everything the webhook did: 1 person and 12 requests so far. You can leave this page.',
    );
    const ended = { ...undo, since: '2026-03-01T08:00:00.000Z', endedAt: '2026-03-02T09:05:00.000Z' };
    expect(undoneWords(ended, VIEWER)).toBe(
      printed(
        'On 2 Mar 2026, 09:00 an administrator undid what the webhook did since 1 Mar 2026, 08:00: 1 person and 12 requests.',
      ),
    );
  });
});
