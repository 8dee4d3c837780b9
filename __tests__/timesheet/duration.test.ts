import fc from 'fast-check';
import { readDuration, secondsToLog, writeDuration } from '../../src/timesheet/duration';
import { runCount } from '../setup/run-count';

const MINUTE = 60;
const HOUR = 3600;

/** Seconds, or how it was not read. */
function read(text: string, working?: { hoursPerDay: number; daysPerWeek: number }): number | string {
  const found = readDuration(text, working);
  if (found.is === 'either') return `${found.number} of either`;
  return found.is === 'read' ? found.seconds : found.is;
}

describe('a duration is read as people type it', () => {
  test.each<[string, number]>([
    ['1h 30m', 1.5 * HOUR],
    ['1h30m', 1.5 * HOUR],
    ['1h30', 1.5 * HOUR],
    ['1h 30', 1.5 * HOUR],
    ['1h 5', HOUR + 5 * MINUTE],
    ['2h 15', 2.25 * HOUR],
    ['1 h 30 min', 1.5 * HOUR],
    ['1H 30M', 1.5 * HOUR],
    ['1h, 30m', 1.5 * HOUR],
    ['  2h  ', 2 * HOUR],
    ['2 hours', 2 * HOUR],
    ['1 hour 30 minutes', 1.5 * HOUR],
    ['1 Std. 30 Min.', 1.5 * HOUR],
    ['2 heures 5 minutes', 2 * HOUR + 5 * MINUTE],
    ['90m', 90 * MINUTE],
    ['90min', 90 * MINUTE],
    ['30 min', 30 * MINUTE],
    ['1h 90m', 2.5 * HOUR],
    ['1.5h 30m', 2 * HOUR],
    ['1.5h', 1.5 * HOUR],
    ['1,5 h', 1.5 * HOUR],
    ['.5h', HOUR / 2],
    [',5h', HOUR / 2],
    ['½h', HOUR / 2],
    ['1½ h', 1.5 * HOUR],
    ['1 ¼ h', 1.25 * HOUR],
    ['1:30', 1.5 * HOUR],
    ['0:05', 5 * MINUTE],
    ['24:00', 24 * HOUR],
    ['0h', 0],
    ['25h', 25 * HOUR],
    ['100h', 100 * HOUR],
  ])('%j', (text, seconds) => {
    expect(read(text)).toBe(seconds);
  });

  test.each<[string, number]>([
    ['٣h', 3 * HOUR],
    ['١٫٥ h', 1.5 * HOUR],
    ['१:३०', 1.5 * HOUR],
    ['１：３０', 1.5 * HOUR],
    ['𝟗0m', 90 * MINUTE],
    ['\u200F1h\u200E 30m', 1.5 * HOUR],
  ])('in another script: %j', (text, seconds) => {
    expect(read(text)).toBe(seconds);
  });
});

describe('a number without a unit', () => {
  test.each<[string, number]>([
    ['1.5', 1.5 * HOUR],
    ['0,25', 15 * MINUTE],
    ['½', HOUR / 2],
    ['25', 25 * MINUTE],
    ['45', 45 * MINUTE],
    ['0', 0],
  ])('can be one thing only: %j', (text, seconds) => {
    expect(read(text)).toBe(seconds);
  });

  test.each(['1', '8', '24'])('can be hours or minutes, and is asked about: %j', (text) => {
    expect(read(text)).toBe(`${text} of either`);
  });
});

describe('days and weeks of work', () => {
  it('go by Jira’s working time, or by the usual one', () => {
    expect(read('1d')).toBe(8 * HOUR);
    expect(read('1w')).toBe(40 * HOUR);
    expect(read('1d 30m', { hoursPerDay: 7.5, daysPerWeek: 4 })).toBe(8 * HOUR);
    expect(read('0.5w', { hoursPerDay: 7.5, daysPerWeek: 4 })).toBe(15 * HOUR);
    expect(read('1 jour 2h')).toBe(10 * HOUR);
    expect(read('2 Tage')).toBe(16 * HOUR);
  });

  it('are said to be such', () => {
    expect(readDuration('1d')).toMatchObject({ byWorkingTime: true });
    expect(readDuration('8h')).toMatchObject({ byWorkingTime: false });
  });
});

describe('what is not a duration', () => {
  test.each([
    ...['h', 'm', 'hm', '-1h', '+1h', '1h -30m', '1e3m', '1.h', '1,5,5h', '1.555h', '1,000m', '1 2'],
    ...['1:5', '1:60', '1:300', ':30', '30m 1h', '1h 1h', '1h 75', '1d 4', '1s', 'one hour', '1h and more'],
    ...['999999m', '999999', '1h\u000030m', 'NaN', 'Infinity', '0x10', '1hm'],
  ])('%j is not understood', (text) => {
    expect(read(text)).toBe('not-understood');
  });

  test.each(['', ' ', '\u200B'])('%j is empty', (text) => {
    expect(read(text)).toBe('empty');
  });

  it('is whole minutes or none, for any text at all', () => {
    const digits = fc.stringMatching(/^[0-9hmdw:., ½٣]{0,12}$/u);
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), digits), (text) => {
        const found = readDuration(text);
        const seconds = found.is === 'read' ? found.seconds : 0;
        expect(Number.isSafeInteger(seconds / MINUTE) && seconds >= 0).toBe(true);
      }),
      { numRuns: runCount(500, 20_000) },
    );
  });
});

test('a duration reads back from every way of writing it', () => {
  const written = fc
    .record({ hours: fc.integer({ min: 0, max: 99 }), minutes: fc.integer({ min: 0, max: 59 }) })
    .chain(({ hours, minutes }) => {
      const seconds = hours * HOUR + minutes * MINUTE;
      const clock = String(minutes).padStart(2, '0');
      const forms = [
        `${hours}h ${minutes}m`,
        `${hours} h${minutes}min`,
        `${hours}h${clock}`,
        `${hours}:${clock}`,
        `${hours * 60 + minutes}m`,
        writeDuration(seconds),
      ];
      return fc.constantFrom(...forms).map((text) => ({ text, seconds }));
    });
  fc.assert(
    fc.property(written, ({ text, seconds }) => {
      expect(read(text)).toBe(seconds);
    }),
    { numRuns: runCount(300, 10_000) },
  );
});

test('what can be logged is between a minute and a day, and what cannot names the message that says why', () => {
  const said = (text: string) => secondsToLog(readDuration(text));
  expect(said('1m')).toEqual({ seconds: MINUTE });
  expect(said('24h')).toEqual({ seconds: 24 * HOUR });
  expect(said('0')).toEqual({ fault: 'time.duration-least' });
  expect(said('24h 1m')).toEqual({ fault: 'time.duration-most' });
  expect(said('8')).toEqual({ fault: 'time.duration-either' });
  expect(said('')).toEqual({ fault: 'time.duration-empty' });
  expect(said('soon')).toEqual({ fault: 'time.duration-not-understood' });
});
