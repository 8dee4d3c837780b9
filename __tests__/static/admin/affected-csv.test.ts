import Papa from 'papaparse';
import type { AffectedAccount } from '../../../src/contract';
import { toAffectedCsv } from '../../../static/admin/audit/affected-csv';
import type { Found } from '../../../static/shared/look-up';
import type { Person } from '../../../static/shared/people';

jest.mock('@forge/bridge', () => ({ invoke: jest.fn() }));

const at = '2026-03-02T09:00:00.000Z';
const anna = { accountId: 'anna-0000', registeredAt: at, records: { 'time-entry': 12, 'day-totals': 3 } };
const ben: AffectedAccount = {
  accountId: 'ben-0000',
  records: { 'from-a-newer-version': 2, 'time-entry': 1 },
  beingErased: true,
};
const names = new Map<string, Found<Person>>([
  ['anna-0000', { state: 'known', value: { name: '=HYPERLINK("x"); Anna', active: true } }],
  ['ben-0000', { state: 'unavailable' }],
]);

const titles = new Map([
  ['time-entry', 'Time entries'],
  ['day-totals', 'Totals by day'],
  ['request', 'Privacy requests'],
]);

describe('the list of affected accounts as CSV', () => {
  it('opens in a spreadsheet of the locale with a column to sum for each kind of record, and no name in it runs as a formula', () => {
    const csv = toAffectedCsv([anna, ben], names, titles, 'de-DE');
    expect(csv.startsWith('\uFEFF')).toBe(true);
    const { data, errors, meta } = Papa.parse<Record<string, string>>(csv, {
      header: true,
      skipEmptyLines: true,
    });
    expect([errors, meta.delimiter]).toEqual([[], ';']);
    expect(data).toEqual([
      {
        'Account ID': 'anna-0000',
        Name: `'=HYPERLINK("x"); Anna`,
        'With data since (UTC)': at,
        'Being deleted': 'no',
        'Time entries': '12',
        'Totals by day': '3',
        'from-a-newer-version': '',
      },
      {
        'Account ID': 'ben-0000',
        Name: '',
        'With data since (UTC)': '',
        'Being deleted': 'yes',
        'Time entries': '1',
        'Totals by day': '',
        'from-a-newer-version': '2',
      },
    ]);
  });
});
