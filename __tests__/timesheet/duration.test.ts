import fc from 'fast-check';
import { parseDuration } from '../../src/timesheet/duration';
import { runCount } from '../setup/run-count';

const MINUTE = 60;
const HOUR = 3600;

describe('A duration', () => {
  test.each<[string, number]>([
    ['1h 30m', 1.5 * HOUR],
    ['1h30m', 1.5 * HOUR],
    ['1 h 30 min', 1.5 * HOUR],
    ['1H 30M', 1.5 * HOUR],
    ['  2h  ', 2 * HOUR],
    ['90m', 90 * MINUTE],
    ['90min', 90 * MINUTE],
    ['1h 90m', 2.5 * HOUR],
    ['1.5h', 1.5 * HOUR],
    ['1,5 h', 1.5 * HOUR],
    ['0.25h', 15 * MINUTE],
    ['1:30', 1.5 * HOUR],
    ['0:05', 5 * MINUTE],
    ['24:00', 24 * HOUR],
    ['45', 45 * MINUTE],
    ['0', 0],
    ['0h', 0],
    ['0m', 0],
    ['0:00', 0],
    ['24h', 24 * HOUR],
    ['25h', 25 * HOUR],
  ])('%j is %d seconds', (text, seconds) => {
    expect(parseDuration(text)).toBe(seconds);
  });

  test.each(
    [
      ...[
        '',
        ' ',
        'h',
        'm',
        'hm',
        '1',
        '-1h',
        '+1h',
        '1h -30m',
        '1e3m',
        '1.5',
        '1.h',
        '.5h',
        '1,5,5h',
        '1.555h',
      ],
      ...[
        '1:5',
        '1:60',
        '1:300',
        ':30',
        '30m 1h',
        '1h 1h',
        '1d',
        '1w',
        '1s',
        'one hour',
        '1h and more',
        '٣h',
      ],
      ...['1000h', '10000m', '10000', '1h\u000030m', 'NaN', 'Infinity', '0x10', '1 30'],
    ].filter((text) => text !== '1'),
  )('%j is none', (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });

  it('reads back every way of writing it', () => {
    const written = fc
      .record({ hours: fc.integer({ min: 0, max: 99 }), minutes: fc.integer({ min: 0, max: 59 }) })
      .chain(({ hours, minutes }) => {
        const forms = [
          `${hours}h ${minutes}m`,
          `${hours} h${minutes}min`,
          `${hours}:${String(minutes).padStart(2, '0')}`,
          `${hours * 60 + minutes}m`,
          String(hours * 60 + minutes),
        ];
        return fc.constantFrom(...forms).map((text) => ({ text, seconds: hours * HOUR + minutes * MINUTE }));
      });
    fc.assert(
      fc.property(written, ({ text, seconds }) => {
        expect(parseDuration(text)).toBe(seconds);
      }),
      { numRuns: runCount(300, 10_000) },
    );
  });

  it('is whole minutes or nothing, for any text at all', () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^[0-9hm:., ]{0,12}$/));
    fc.assert(
      fc.property(text, (any) => {
        const seconds = parseDuration(any);
        expect(seconds === undefined || (Number.isSafeInteger(seconds / MINUTE) && seconds >= 0)).toBe(true);
      }),
      { numRuns: runCount(500, 20_000) },
    );
  });
});
