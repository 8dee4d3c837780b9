import { byDay, tableOf } from '../../../static/shared/export/tables';
import { reader, timeEntries } from './generated-parts';

describe('a table of records that people read', () => {
  it('has key, title and space beside the ID, hours beside seconds, local time beside UTC', () => {
    const part = timeEntries({ issueId: '10', startedOn: '2026-11-23', seconds: 5400 });
    const { names, rows } = tableOf(part, reader);
    expect(names).toEqual([
      'issueId',
      'Work item key',
      'Work item title',
      'Space',
      'startedOn',
      'seconds',
      'Hours',
      'createdAt',
      'createdAt (Europe/Zurich)',
    ]);
    const utc = '2026-11-23T23:30:05.000Z';
    const item = ['10', 'KAFKA-7', '=Lost, offsets', 'Kafka'];
    expect([...rows]).toEqual([[...item, '2026-11-23', 5400, 1.5, utc, '2026-11-24 00:30:05']]);
  });

  it('says of a work item that cannot be seen that it cannot, and where Jira did not answer that it did not', () => {
    const seconds = 60;
    const part = timeEntries(
      { issueId: '11', startedOn: '2026-11-23', seconds },
      { issueId: '12', startedOn: '2026-11-24', seconds },
    );
    expect([...tableOf(part, reader).rows].map((cells) => cells.slice(0, 4))).toEqual([
      ['11', '', 'Not visible in Jira to the person who exported this', ''],
      ['12', '', 'Jira did not answer when this was exported', ''],
    ]);
  });

  it('says nothing of a work item, of hours and of a time that a record does not have', () => {
    const part = timeEntries();
    const records = [{ issueId: null, startedOn: null, seconds: null, createdAt: null }];
    const { names, rows } = tableOf({ ...part, records }, reader);
    expect([...rows]).toEqual([names.map(() => null)]);
  });

  it('has a row for each day of totals that are kept by year', () => {
    const { names, rows } = tableOf(
      {
        dataSet: 'day-totals',
        title: 'Totals by day',
        columns: [
          { name: 'year', what: 'The year', kind: 'integer-text' },
          { name: 'seconds', what: 'By day', kind: 'numbers-by-day' },
        ],
        records: [
          { year: '2025', seconds: '2025-12-31: 900' },
          { year: '2026', seconds: '2026-01-01: 3600; 2026-01-02: 1200' },
        ],
      },
      reader,
    );
    expect(names).toEqual(['year', 'Day', 'seconds', 'Hours']);
    expect([...rows]).toEqual([
      ['2025', '2025-12-31', 900, 0.25],
      ['2026', '2026-01-01', 3600, 1],
      ['2026', '2026-01-02', 1200, 0.3333],
    ]);
  });

  it('leaves numbers under other names than days as they are given', () => {
    const columns = [{ name: 'counts', what: 'Records', kind: 'numbers-by-data-set' }];
    const records = [{ counts: 'time-entry: 3; day-totals: 2' }];
    const { rows } = tableOf({ dataSet: 'standing', title: 'Counts', columns, records }, reader);
    expect([...rows]).toEqual([['time-entry: 3; day-totals: 2']]);
    expect(byDay('')).toEqual([]);
  });
});
