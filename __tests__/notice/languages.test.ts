import fc from 'fast-check';
import type { Notice } from '../../src/contract';
import { DATA_MAP } from '../../src/data-map';
import { NOTICE_LANGUAGES, type NoticeLanguage } from '../../src/privacy/data-sets/languages';
import { BASES_OF, type Settings } from '../../src/privacy/data-sets/settings';
import { factsOf, type InForce } from '../../src/privacy/notice/in-force';
import { noticeInText } from '../../src/privacy/notice/notice-in-text';
import { noticesOf, versionOfText } from '../../src/privacy/notice/notice';
import { processingRecordOf } from '../../src/privacy/notice/processing-record';
import { SECTIONS } from '../../src/privacy/notice/text';
import { textOf } from '../../src/privacy/notice/claim';
import { packed, unpacked } from '../../src/storage/packed';
import { PURPOSES } from '../../src/storage/purposes';
import { sayIn } from '../../src/words';
import { NOTICE_TEXT } from '../../src/privacy/data-sets/notice-archive';
import { runCount } from '../setup/run-count';

const days = (min: number, max: number) => fc.integer({ min, max });
const settings = fc.record(
  {
    retentionDays: fc.record(
      { 'time-entry': fc.oneof(days(30, 3650), fc.constantFrom(365, 730)), audit: days(90, 1095) },
      { requiredKeys: [] },
    ),
    selfErasure: fc.constantFrom('at-once', 'after-approval'),
    removedDays: days(0, 365),
    keepTotals: fc.boolean(),
    controllerPage: fc.constant('20001'),
    bases: fc
      .tuple(...PURPOSES.map((purpose) => fc.constantFrom(undefined, ...BASES_OF[purpose])))
      .map((bases) =>
        PURPOSES.flatMap((purpose, at) => {
          const basis = bases[at];
          return basis === undefined ? [] : [{ purpose, basis }];
        }),
      ),
  },
  { requiredKeys: ['retentionDays'] },
) as fc.Arbitrary<Settings>;
const webhook = fc.record(
  {
    enabled: fc.boolean(),
    erasesAfterDays: days(0, 60),
    version: fc.constant(1),
    changedAt: fc.constant('2026-03-02T09:00:00.000Z'),
    keys: fc.constant([]),
    calls: fc.constant([]),
  },
  { requiredKeys: ['enabled', 'version', 'changedAt', 'keys', 'calls'] },
);
const inForce = fc.record({
  settings,
  webhook: fc.option(webhook, { nil: undefined }),
}) as fc.Arbitrary<InForce>;

const claimsIn = (language: NoticeLanguage, state: InForce): string[] => {
  const say = sayIn(language);
  const facts = factsOf(DATA_MAP, state, say);
  return SECTIONS.flatMap(({ claims }) => claims)
    .filter((claim) => textOf(claim, facts, say) !== undefined)
    .map(({ id }) => id);
};

/** How many statements each part has; its words are another language's. */
const shapeOf = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shapeOf(inner)]));
};

const record = (state: InForce, language: NoticeLanguage) =>
  processingRecordOf(DATA_MAP, state.settings, {
    generatedAt: '2026-03-02T09:00:00.000Z',
    noticeVersion: '0'.repeat(16),
    language,
    say: sayIn(language),
  });

describe('Whatever is in force, the notice', () => {
  it('makes the same claims in every language, and leaves no argument open', () => {
    fc.assert(
      fc.property(inForce, (state) => {
        const notices = noticesOf(DATA_MAP, state);
        for (const language of NOTICE_LANGUAGES) {
          expect(claimsIn(language, state)).toEqual(claimsIn('en', state));
          expect(shapeOf(notices.in(language))).toEqual(shapeOf(notices.in('en')));
          expect(shapeOf(record(state, language))).toEqual(shapeOf(record(state, 'en')));
          const said = JSON.stringify([notices.in(language).sections, record(state, language).activities]);
          expect(said).not.toMatch(/[{(]?\w+, (plural|select|number)|notice\.[a-z]|undefined|NaN|\{[a-z]+\}/);
        }
      }),
      { numRuns: runCount(40, 400) },
    );
  });

  it('is read again from what is stored, word for word in every language, and fits in a row', () => {
    fc.assert(
      fc.property(inForce, (state) => {
        const notices = noticesOf(DATA_MAP, state);
        const stored = packed(notices.text);
        const { value } = NOTICE_TEXT.fields.text;
        expect(stored.length).toBeLessThan('most' in value ? (value.most ?? 0) : 0);
        for (const language of NOTICE_LANGUAGES)
          expect(noticeInText(unpacked(stored) ?? '', notices.version, language)).toEqual(
            notices.in(language),
          );
      }),
      { numRuns: runCount(20, 200) },
    );
  });
});

describe('The version of the notice', () => {
  const { text, version } = noticesOf(DATA_MAP, { settings: { retentionDays: {} } });

  it.each(NOTICE_LANGUAGES)('is another once a sentence in %s is', (language) => {
    const spoken = JSON.parse(text) as Record<NoticeLanguage, { line: string }>;
    spoken[language].line += ' Mehr.';
    expect(versionOfText(JSON.stringify(spoken))).not.toBe(version);
    expect(versionOfText(JSON.stringify(JSON.parse(text)))).toBe(version);
  });
});

describe('The numbers of the notice', () => {
  const withLongPeriods = () => {
    const long = { retentionDays: { 'time-entry': 1201, audit: 1094 }, removedDays: 365 };
    return noticesOf(DATA_MAP, { settings: long });
  };
  afterEach(() => jest.restoreAllMocks());

  it.each(NOTICE_LANGUAGES)('are written as in %s', (language) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (number) => {
        const [written] = /\d[\d.,\u202f]*/.exec(sayIn(language)('data.days', { days: number })) ?? [];
        expect(written).toBe(new Intl.NumberFormat(language).format(number));
      }),
      { numRuns: runCount(200, 2000) },
    );
  });

  it('are the same whatever the platform makes of them, so that its updates make no new version', () => {
    const before = withLongPeriods();
    expect(before.in('en').line).toContain('1,201');
    const platform = Intl.NumberFormat.prototype as unknown as { format: object };
    jest.spyOn(platform, 'format', 'get').mockReturnValue(() => 'another');
    expect(withLongPeriods().text).toBe(before.text);
  });
});

describe('A text that an earlier version of the app stored', () => {
  const english: Partial<Notice> = noticesOf(DATA_MAP, { settings: { retentionDays: {} } }).in('en');
  delete english.version;
  delete english.language;
  const text = JSON.stringify(english);

  it.each(NOTICE_LANGUAGES)('is in English, and says so to who reads in %s', (language) => {
    expect(noticeInText(text, versionOfText(text), language)).toEqual({
      version: versionOfText(text),
      language: 'en',
      ...english,
    });
  });
});

it.each(NOTICE_LANGUAGES)('A text of a version that has no notice in %s is shown in English', (language) => {
  const spoken = JSON.parse(noticesOf(DATA_MAP, { settings: { retentionDays: {} } }).text) as Record<
    string,
    object
  >;
  const { en = {} } = spoken;
  const text = JSON.stringify({ en, it: spoken['fr'] });
  expect(noticeInText(text, versionOfText(text), language)).toEqual({
    version: versionOfText(text),
    language: 'en',
    ...en,
  });
});

const SECOND_PERSON: Record<NoticeLanguage, RegExp> = {
  en: /\byou(r|rs|rself)?\b/i,
  de: /\b(du|dich|dir|dein\p{L}*)\b/iu,
  fr: /(?<!\p{L})(vous|votre|vos)(?!\p{L})/iu,
};

it.each(NOTICE_LANGUAGES)(
  'The record of processing in %s speaks of people in the third person',
  (language) => {
    fc.assert(
      fc.property(inForce, (state) => {
        expect(JSON.stringify(record(state, language))).not.toMatch(SECOND_PERSON[language]);
      }),
      { numRuns: runCount(20, 200) },
    );
  },
);
