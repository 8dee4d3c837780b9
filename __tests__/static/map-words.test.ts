import type { DataKey, Sentence } from '../../src/contract';
import { dataWords, recordsWords, sentencesWords } from '../../static/shared/map-words';
import { t } from '../../static/shared/words/words';

/** What functions of a later version may name. */
const LATER = 'data.of-a-later-version' as DataKey;

describe('The words of the data map on a page', () => {
  it('are those of the catalogue, with numbers and with what stands in them', () => {
    expect(dataWords('data.time-entry-title', 'time-entry')).toBe('Time entries');
    expect(
      sentencesWords([
        { words: 'data.stored-years', values: { years: 1 } },
        { words: 'data.stored-days', values: { days: 1200 } },
        {
          words: 'data.used-on-basis',
          values: { purpose: 'data.purpose-correction', basis: 'data.basis-none' },
        },
      ]),
    ).toBe(
      'Stored for one year. Stored for 1,200 days. To correct wrong entries: Your organisation has not chosen a legal basis yet.',
    );
  });

  it('count in the words of what is counted', () => {
    const counted = 'data.day-totals-counted';
    expect(recordsWords({ records: 1, counted }, 'en')).toBe('1 year');
    expect(recordsWords({ records: 3, counted }, 'en')).toBe('3 years');
    expect(recordsWords({ records: 1204 }, 'en')).toBe('1,204');
    expect(recordsWords({ records: 1000, more: true }, 'en')).toBe('1,000 or more');
  });

  it('are something sensible where functions know more than the page', () => {
    expect(dataWords(LATER, 'later-set')).toBe('later-set');
    expect(sentencesWords([{ words: LATER }, { words: 'data.deleted' }])).toBe('Deleted.');
    expect(sentencesWords([{ words: 'data.used-for', values: { purpose: LATER } }])).toBe(
      'Not known to this version of the app.',
    );
    expect(recordsWords({ records: 2, counted: LATER }, 'en')).toBe('2');
  });

  it('are something sensible where functions give other numbers than the page expects', () => {
    const words = (sentence: object) => sentencesWords([sentence as Sentence, { words: 'data.deleted' }]);
    expect(words({ words: 'data.stored-days' })).toBe('Deleted.');
    expect(words({ words: 'data.stored-days', values: { weeks: 3 } })).toBe('Deleted.');
    expect(
      words({ words: 'data.used-on-basis', values: { purpose: 'data.stored-days', basis: LATER } }),
    ).toBe(`${t('common.unknown')}: ${t('common.unknown')}. Deleted.`);
    expect(dataWords('data.stored-days', 'time-entry')).toBe('time-entry');
    expect(recordsWords({ records: 2, counted: 'data.stored-days' }, 'en')).toBe('2');
  });
});
