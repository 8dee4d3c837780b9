import type { Refusal, SaidKey } from '../../src/contract';
import { Refused } from '../../src/privacy/errors';
import { inWords, isFailure, isRefusal } from '../../static/shared/failure';
import { t, type Key } from '../../static/shared/words/words';

const MARKER = 'Anna Example, APP-1';

/** What a page makes of whatever a function of another version answers. */
const made = (error: object) => inWords({ error } as unknown as Refusal).error;

describe('A refusal', () => {
  it('is said in the words of the catalogue, with its numbers', () => {
    const says = { key: 'refused.kept-for-days', values: { days: 1095 } };
    const fields = {
      duration: { key: 'refused.day-has-left', values: { hours: 1, minutes: 30 } },
      startedOn: { key: 'refused.day-to-come' },
    };
    expect(made({ code: 'INVALID', says, fields })).toEqual({
      code: 'INVALID',
      message: 'Your organisation stores entries for 1,095 days. This day is older.',
      fields: { duration: 'This day has 1h 30m left.', startedOn: 'This day is in the future.' },
    });
  });

  it.each([
    [{ hours: 1, minutes: 0 }, 'This day has 1h left.'],
    [{ hours: 0, minutes: 5 }, 'This day has 5m left.'],
  ])('says a time as it is written in Jira: %j', (values, words) => {
    const says = { key: 'refused.day-has-left', values };
    expect(made({ code: 'INVALID', says }).message).toBe(words);
  });

  it('names a message that there is, and cannot be made with a sentence', () => {
    const named: Key = 'refused.entry-gone' satisfies SaidKey;
    expect(new Refused('NOT_FOUND', named).message).toBe(named);
    // @ts-expect-error: no key of a message.
    expect(new Refused('NOT_FOUND', 'This entry is no longer there.')).toBeInstanceOf(Error);
    // @ts-expect-error: a text could be about somebody.
    expect(new Refused('NOT_FOUND', { key: named, values: { who: MARKER } })).toBeInstanceOf(Error);
  });
});

describe('A refusal that the page cannot say', () => {
  it.each([
    ['of an unknown key', { key: 'refused.made-next-year' }],
    ['of a name that every object has', { key: 'constructor' }],
    ['without the number that it needs', { key: 'refused.kept-for-days' }],
    ['with a text for a number', { key: 'refused.kept-for-days', values: { days: MARKER } }],
    ['with values that are none', { key: 'refused.kept-for-days', values: MARKER }],
    ['with nothing for its values', { key: 'refused.kept-for-days', values: null }],
    ['that is a sentence', MARKER],
    ['that is nothing', null],
    ['that is not there', undefined],
  ])('%s: a general sentence by its code, and nothing of what came', (_, says) => {
    const sentences = ['NOT_ALLOWED', 'INVALID', 'NOT_FOUND', 'CONFLICT', 'TRY_LATER', 'NEW_CODE'].map(
      (code) => made({ code, says }).message,
    );
    expect(sentences).toEqual([
      t('common.refused-not-allowed'),
      t('common.refused-invalid'),
      t('common.refused-not-found'),
      t('common.refused-conflict'),
      t('common.not-answered'),
      t('common.not-answered'),
    ]);
    const { fields } = made({
      code: 'INVALID',
      says: { key: 'refused.correct-form' },
      fields: { day: says },
    });
    expect(fields).toEqual({ day: t('refused.not-as-expected') });
  });

  it.each([MARKER, [MARKER], 7, true])('has no fields where they are %j', (fields) => {
    const error = { code: 'INVALID', says: { key: 'refused.correct-form' }, fields };
    expect(made(error)).toEqual({ code: 'INVALID', message: t('refused.correct-form') });
  });

  it('is a refusal all the same, and no failure before it is in words', () => {
    const answer = { error: { code: 'CONFLICT' } };
    expect([isRefusal(answer), isFailure(answer), isFailure(inWords(answer as Refusal))]).toEqual([
      true,
      false,
      true,
    ]);
    expect([null, {}, { error: 'text' }, { error: null }, { error: {} }].filter(isRefusal)).toEqual([]);
  });
});
