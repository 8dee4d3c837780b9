import { everything, newSince, ofDays, portionOf, rangeWords } from '../../../static/shared/export/portion';
import { timeEntries } from './generated-parts';
import { printed } from '../../setup/printed';

const parts = [
  timeEntries(
    { issueId: '10', startedOn: '2026-10-31', seconds: 60 },
    { issueId: '10', startedOn: '2026-11-01', seconds: 120 },
    { issueId: '11', startedOn: '2026-11-30', seconds: 180 },
  ),
  { ...timeEntries({ issueId: '10', startedOn: '2026-01-01', seconds: 1 }), dataSet: 'request' },
];
const viewer = { locale: 'en-GB', timeZone: 'UTC' };
const daysIn = (portion: Parameters<typeof portionOf>[1]) =>
  portionOf(parts, portion).map(({ records }) => records.map(({ startedOn }) => startedOn));

describe('A part of an export', () => {
  it('has the entries of the days that were asked for, and everything else', () => {
    expect(daysIn(ofDays('2026-11-01', '2026-11-30'))).toEqual([
      ['2026-11-01', '2026-11-30'],
      ['2026-01-01'],
    ]);
    expect(daysIn(everything)).toEqual([['2026-10-31', '2026-11-01', '2026-11-30'], ['2026-01-01']]);
  });

  it('has what is new or was corrected since files that one has', () => {
    const file = (startedOn: string, seconds: number, exportedAt: string) => ({
      exportedAt,
      site: '',
      malformed: 0,
      workItems: [],
      entries: [
        {
          position: '',
          issueId: '10',
          startedOn,
          seconds,
          createdAt: '2026-11-23T23:30:05.000Z',
        },
      ],
    });
    const portion = newSince([
      file('2026-11-01', 90, '2026-11-25T00:00:00.000Z'),
      file('2026-10-31', 60, '2026-11-24T00:00:00.000Z'),
    ]);
    expect(daysIn(portion)).toEqual([['2026-11-01', '2026-11-30'], ['2026-01-01']]);
    expect(portion.range).toEqual({
      entries: 'new-or-corrected',
      since: ['2026-11-24T00:00:00.000Z', '2026-11-25T00:00:00.000Z'],
    });
    expect(rangeWords(portion.range, viewer)).toBe(
      printed(
        'Only the entries that are new or corrected since 2 earlier exports are here. The last of these exports was on 25 Nov 2026, 00:00. Every other kind of record is here in full.',
      ),
    );
  });
});
