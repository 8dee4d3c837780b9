import { DATA_MAP } from '../../src/data-map';
import { PROBLEMS } from '../../src/privacy/data-sets/erasure-job';
import { fieldsOf } from '../../src/storage/data-set';
import { problemWords } from '../../static/shared/erasure/problem-words';
import { categoryWords } from '../../static/shared/category-words';
import { dayOf, formatDay, formatInstant, formatInstantDay } from '../../static/shared/dates';
import { formatDuration } from '../../static/shared/duration';
import { t } from '../../static/shared/words/words';
import { printed } from '../setup/printed';

describe('durations', () => {
  it.each([
    [60, '1m'],
    [3600, '1h'],
    [5400, '1h 30m'],
    [86_400, '24h'],
    [3_600_000 * 1.5, '1,500h'],
  ])('shows %d seconds as %s', (seconds, words) => {
    expect(formatDuration(seconds, 'en-GB')).toBe(words);
  });
});

describe('dates', () => {
  const viewer = { locale: 'de-CH', timeZone: 'Europe/Zurich' };

  it('are written in the language of the viewer', () => {
    expect(formatDay('2026-11-03', { locale: 'en-GB' })).toBe(printed('3 Nov 2026'));
    expect(formatDay('2026-11-03', viewer)).toBe('03.11.2026');
  });

  it('keep a day a day, and put a moment into the time zone of the viewer', () => {
    expect(formatInstantDay('2026-11-22T23:30:00.000Z', { locale: 'en-GB', timeZone: 'Europe/Zurich' })).toBe(
      printed('23 Nov 2026'),
    );
    expect(formatInstant('2026-11-22T23:30:00.000Z', { locale: 'en-GB', timeZone: 'UTC' })).toBe(
      printed('22 Nov 2026, 23:30'),
    );
    expect(dayOf(new Date('2026-11-22T23:30:00.000Z'), 'Europe/Zurich')).toBe('2026-11-23');
    expect(dayOf(new Date('2026-11-22T23:30:00.000Z'), 'America/New_York')).toBe('2026-11-22');
  });

  it('show what is not a date as it came', () => {
    expect(formatDay('soon', viewer)).toBe('soon');
    expect(formatInstant('soon', viewer)).toBe('soon');
    expect(formatInstantDay('soon', viewer)).toBe('soon');
  });
});

describe('counts', () => {
  it('take the right word and the viewer’s way of writing numbers', () => {
    expect(t('settings.value-people', { count: 1 })).toBe('1 person');
    expect(t('settings.value-people', { count: 0 })).toBe('0 people');
    expect(t('settings.value-people', { count: 1204 })).toBe('1,204 people');
  });
});

describe('codes', () => {
  it('of the privacy vocabulary are read as words', () => {
    expect(categoryWords('pd:WorkHistory')).toBe('Work done');
    expect(categoryWords('toString')).toBe('toString');
  });

  it('of the privacy vocabulary never show as they are in the record of processing', () => {
    const declared = DATA_MAP.flatMap(fieldsOf).map(([, { category }]) => category);
    expect(declared.filter((category) => categoryWords(category) === category)).toEqual([]);
  });

  it.each(PROBLEMS.filter((problem) => problem !== 'unexpected'))(
    'say why an erasure is held up: %s',
    (problem) => {
      expect(problemWords(problem)).not.toBe(problemWords('unexpected'));
      expect(problemWords(problem)).not.toContain(problem);
    },
  );

  it('that nobody knows are not shown', () => {
    expect(problemWords('made-up')).toBe(problemWords(undefined));
    expect(problemWords('made-up')).not.toContain('made-up');
  });
});
