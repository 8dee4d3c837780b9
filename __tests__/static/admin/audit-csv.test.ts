import Papa from 'papaparse';
import type { AuditPage, AuditRow } from '../../../src/contract';
import { collectAuditLog, toAuditCsv } from '../../../static/admin/audit/audit-csv';
import { describeRecords } from '../../../static/admin/audit/describe-records';
import { failure, isFailure } from '../../../static/shared/call';
import { unknownWord } from '../../../static/shared/word-of';

jest.mock('@forge/bridge', () => ({ invoke: jest.fn() }));

const rows: AuditRow[] = [
  {
    id: '2026-03-02T09:00:00.000Z#1',
    at: '2026-03-02T09:00:00.000Z',
    event: 'entries-viewed',
    role: 'administrator',
    subject: '=token-that-looks-like-a-formula',
    reason: 'legal-duty',
  },
  {
    id: '2026-03-01T09:00:00.000Z#2',
    at: '2026-03-01T09:00:00.000Z',
    event: 'erasure-done',
    role: 'person',
    records: { 'time-entry': 12, 'day-totals': 3 },
  },
  {
    id: '2026-02-28T09:00:00.000Z#3',
    at: '2026-02-28T09:00:00.000Z',
    event: 'settings-changed',
    role: 'administrator',
    changes: [
      { setting: 'retentionDays', dataSet: 'time-entry', before: 1095, after: 90 },
      { setting: 'keepTotals', was: 'yes', is: 'no' },
    ],
  },
];

const titles = new Map([
  ['time-entry', 'Time entries'],
  ['day-totals', 'Totals by day'],
]);
const parsed = (csv: string) =>
  Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true });
const none = {
  Reason: '',
  Request: '',
  'Reason for declining': '',
  'Person (random code)': '',
  Records: '',
  'Changed settings': '',
  'Reason (code)': '',
  'Request (code)': '',
  'Reason for declining (code)': '',
  'Records (code)': '',
  'Changed settings (code)': '',
};

describe('the audit log as CSV', () => {
  it('holds every row in words and in codes, with its whole token, and no cell that a spreadsheet would run', () => {
    const { data, errors, meta } = parsed(toAuditCsv(rows, titles, 'de-DE'));
    expect(errors).toEqual([]);
    expect(meta.delimiter).toBe(';');
    expect(data).toEqual([
      {
        ...none,
        'Line ID': rows[0]?.id,
        'Time (UTC)': rows[0]?.at,
        'What happened': 'Entries viewed',
        'Who did it': 'An administrator',
        Reason: 'A legal duty',
        'Person (random code)': "'=token-that-looks-like-a-formula",
        'What happened (code)': 'entries-viewed',
        'Who did it (code)': 'administrator',
        'Reason (code)': 'legal-duty',
      },
      {
        ...none,
        'Line ID': rows[1]?.id,
        'Time (UTC)': rows[1]?.at,
        'What happened': 'Deletion completed',
        'Who did it': 'The person',
        Records: 'Time entries: 12, Totals by day: 3',
        'What happened (code)': 'erasure-done',
        'Who did it (code)': 'person',
        'Records (code)': 'time-entry=12; day-totals=3',
      },
      {
        ...none,
        'Line ID': rows[2]?.id,
        'Time (UTC)': rows[2]?.at,
        'What happened': 'Settings changed',
        'Who did it': 'An administrator',
        'Changed settings':
          'Time entries, stored for: 3 years → 90 days\nTime without names is stored: yes → no',
        'What happened (code)': 'settings-changed',
        'Who did it (code)': 'administrator',
        'Changed settings (code)': 'retentionDays.time-entry: 1095 -> 90; keepTotals: yes -> no',
      },
    ]);
  });

  it('says of a line that a newer version wrote that it is unknown, and keeps its code', () => {
    const newer = [{ ...rows[1], event: 'a-later-event' }] as unknown as AuditRow[];
    const [line] = parsed(toAuditCsv(newer, titles, 'en-GB')).data;
    expect(line?.['What happened (code)']).toBe('a-later-event');
    expect(line?.['What happened']).toBe(unknownWord());
  });
});

describe('collecting the audit log', () => {
  const pages = new Map<string | undefined, AuditPage>([
    [undefined, { rows: rows.slice(0, 1), next: 'one' }],
    ['one', { rows: rows.slice(1) }],
  ]);

  it('reads to the end and says how far it is', async () => {
    const progress: number[] = [];
    const all = await collectAuditLog(
      async (after) => pages.get(after) ?? failure('No such page.'),
      (count) => progress.push(count),
    );
    expect(all).toEqual(rows);
    expect(progress).toEqual([1, 3]);
  });

  it('gives all or nothing', async () => {
    const firstOnly = async (after: string | undefined) =>
      after === undefined ? { rows, next: 'one' } : failure('Busy.');
    expect(await collectAuditLog(firstOnly, () => undefined)).toEqual(failure('Busy.'));
  });

  it('ends where the log does not advance', async () => {
    const stuck = async () => ({ rows, next: 'one' });
    expect(isFailure(await collectAuditLog(stuck, () => undefined))).toBe(true);
  });
});

describe('records in words', () => {
  it('uses titles, and the name where there is no title', () => {
    expect(describeRecords({ 'time-entry': 1200, marker: 1 }, titles)).toBe('Time entries: 1,200, marker: 1');
  });
});
