import * as fc from 'fast-check';
import { readCyclePeriod, readRetryAfter } from '../../src/atlassian/report-accounts';

const DAY = 86_400;
const NOW = new Date('2026-03-02T09:00:00.000Z');

describe('The header Cycle-Period', () => {
  test.each([
    [null, undefined],
    ['P7D', 7 * DAY],
    ['P25D', 25 * DAY],
    ['25 Days', 25 * DAY],
    ['1 day', DAY],
    ['604800', 7 * DAY],
    [' P7D ', 7 * DAY],
    [String(DAY), DAY],
    [String(30 * DAY), 30 * DAY],
    ['P31D', 31 * DAY],
    ['400 Days', 400 * DAY],
    [String(30 * DAY + 1), 30 * DAY + 1],
    ['P9999D', 9999 * DAY],
    ['999999999', 999_999_999],
  ])('%s is %s', (header, seconds) => {
    expect(readCyclePeriod(header)).toBe(seconds);
  });

  test.each([
    '',
    'P1W',
    'P7DT1H',
    'PT168H',
    '7',
    '0',
    '-604800',
    '604800.5',
    '6e5',
    'P0D',
    'P10000D',
    '1000000000',
    String(DAY - 1),
    '99999999999999999999',
    'seven days',
    'P7D, P25D',
    '７ Days',
  ])('%j is ignored', (header) => {
    expect(readCyclePeriod(header)).toBe('unread');
  });

  test('gives a period that is followed, or none, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string(), (header) => {
        const period = readCyclePeriod(header);
        expect(period === 'unread' || (Number(period) >= DAY && Number(period) < 2 ** 31)).toBe(true);
      }),
    );
  });
});

describe('The header Retry-After', () => {
  test.each([
    [null, undefined],
    ['', undefined],
    ['0', 0],
    ['120', 120],
    ['31536000', 31_536_000],
    ['Mon, 02 Mar 2026 09:02:00 GMT', 120],
    ['Monday, 02-Mar-26 09:02:00 GMT', 120],
    ['Mon, 02 Mar 2026 08:00:00 GMT', 0],
    ['-5', undefined],
    ['1.5', undefined],
    ['soon', undefined],
    ['2026', 2026],
    ['March 2', undefined],
    ['Xyz, 99 Abc 2026 09:02:00 GMT', undefined],
  ])('%j is %s seconds', (header, seconds) => {
    expect(readRetryAfter(header, NOW)).toBe(seconds);
  });
});
