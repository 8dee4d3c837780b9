import { DATA_MAP } from '../../src/data-map';
import type { Notice } from '../../src/contract';
import { LEGAL_BASES, type Settings } from '../../src/privacy/data-sets/settings';
import type { Webhook } from '../../src/privacy/data-sets/webhook';
import { NOTICE_LANGUAGES, type NoticeLanguage } from '../../src/privacy/data-sets/languages';
import type { InForce } from '../../src/privacy/notice/in-force';
import { noticesOf } from '../../src/privacy/notice/notice';
import { PURPOSES } from '../../src/storage/purposes';

/** A sentence has at most so many words. */
const MOST_IN_SENTENCE = 25;
/** The line has at most so many signs, and the screen so many words. */
const MOST: Record<NoticeLanguage, { line: number; screen: number }> = {
  en: { line: 200, screen: 260 },
  de: { line: 230, screen: 290 },
  fr: { line: 230, screen: 320 },
};
/** Words for things that the app needs and nobody reads of; words that the glossary has another one for; hidden actors. */
const BANNED: Record<NoticeLanguage, RegExp[]> = {
  en: [
    /;/,
    /\b(token|digest|cohort|epoch|fence|data map|data set|scan|chain|cycle|keyed)s?\b/i,
    /\b(erase|erased|erases|erasure|erasures|hold|holds|held|keep|keeps|kept)\b/i,
    /\b(issue|ticket|worklog|project|vendor|company|employer|lawful basis)s?\b/i,
    /\b(meanwhile|as a rule|nobody but|no sooner than|whoever|by itself|goes on|stands)\b/i,
    /\bwhere your (administrators|organisation)\b/i,
    /\bsomething of yours\b/i,
  ],
  de: [
    /;/,
    /\b(Token|Digest|Hash|Kohorte|Epoche|Datenkarte|Ticket|Issue|Worklog|Projekt|Firma|Arbeitgeber|Hersteller)(s|n|en|e)?\b/,
    // People are addressed with “du”.
    /[\p{Ll},] (Sie|Ihre?|Ihnen|Ihre[mnrs])\b/u,
  ],
  fr: [
    /;/,
    /\b(jeton|empreinte|cohorte|époque|issue|worklog|projet|société|employeur|éditeur)s?\b/i,
    // People are addressed with “vous”.
    /(?<!\p{L})(tu|tes|toi)(?!\p{L})/iu,
  ],
};
/** Where a banned word is right. */
const ALLOWED = ['To keep a rough figure'];

const webhook = (erasesAfterDays?: number): Webhook => ({
  version: 1,
  enabled: true,
  changedAt: '2026-03-02T09:00:00.000Z',
  keys: [],
  calls: [],
  ...(erasesAfterDays !== undefined && { erasesAfterDays }),
});
const standard: Settings = { retentionDays: {} };
const allOn: Settings = {
  retentionDays: { 'time-entry': 400 },
  selfErasure: 'after-approval',
  removedDays: 0,
  keepTotals: true,
  controllerPage: '20001',
  bases: PURPOSES.map((purpose) => ({ purpose, basis: 'legitimate-interest' })),
};
const VARIANTS: Array<[string, InForce]> = [
  ['nothing is chosen', { settings: standard }],
  ['everything is chosen', { settings: allOn, webhook: webhook(14) }],
  ['the webhook is on', { settings: standard, webhook: webhook() }],
];

function textsOf(notice: Notice): string[] {
  const { line, screen, sections, dataSets } = notice;
  return [
    line,
    ...screen.flatMap(({ asks, answer }) => [asks, answer]),
    ...sections.flatMap(({ title, paragraphs }) => [title, ...paragraphs.map(({ text }) => text)]),
    ...dataSets.flatMap(({ title, what, purpose, lawfulBasis, retention, onErasure, fields }) => [
      ...[title, what, purpose, lawfulBasis, retention, onErasure],
      ...fields.map((field) => field.what),
    ]),
  ];
}

const sentencesIn = (text: string): string[] => text.split(/(?<=[.?!:])\s+/);
const wordsOf = (text: string): string[] => text.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word));

const EVERY = NOTICE_LANGUAGES.flatMap((language) =>
  VARIANTS.map(([state, inForce]) => [language, state, inForce] as const),
);

describe.each(EVERY)('The notice in %s while %s', (language, _, inForce) => {
  const notice = noticesOf(DATA_MAP, inForce).in(language);
  const texts = textsOf(notice);

  it('has no sentence of too many words', () => {
    const long = texts.flatMap(sentencesIn).filter((sentence) => wordsOf(sentence).length > MOST_IN_SENTENCE);
    expect(long).toEqual([]);
  });

  it('has the words of the glossary, and no banned one', () => {
    const wrong = texts
      .filter((text) => !ALLOWED.some((allowed) => text.includes(allowed)))
      .flatMap((text) =>
        BANNED[language].filter((banned) => banned.test(text)).map((banned) => [text, String(banned)]),
      );
    expect(wrong).toEqual([]);
  });
});

/** Each of four choices made or not. */
const CHOICES = Array.from({ length: 16 }, (_, n) => ({
  page: (n & 1) > 0,
  approval: (n & 2) > 0,
  left: (n & 4) > 0,
  interest: (n & 8) > 0,
}));

/** All that decides which sentences the first two layers have, in every combination. */
const SHORT_STATES = CHOICES.flatMap(({ page, approval, left, interest }) =>
  [undefined, ...LEGAL_BASES].map((basis): InForce => {
    const bases: NonNullable<Settings['bases']> = [];
    if (basis) bases.push({ purpose: 'time-recording', basis });
    if (interest) bases.push({ purpose: 'departures', basis: 'legitimate-interest' });
    const settings = { retentionDays: { 'time-entry': 1201 }, removedDays: left ? 30 : 0, bases };
    return {
      settings: {
        ...settings,
        ...(approval && { selfErasure: 'after-approval' }),
        ...(page && { controllerPage: '20001' }),
      },
    };
  }),
);

it('The notice has a first layer of one line, and a second of one screen, whatever is in force', () => {
  const tooLong = SHORT_STATES.flatMap((inForce) => {
    const notices = noticesOf(DATA_MAP, inForce);
    return NOTICE_LANGUAGES.flatMap((language) => {
      const { line, screen } = notices.in(language);
      const words = screen.flatMap(({ answer }) => answer.split(' ')).length;
      const fits = line.length < MOST[language].line && words < MOST[language].screen;
      return fits ? [] : [{ language, ...inForce.settings, line: line.length, words }];
    });
  });
  expect(tooLong).toEqual([]);
});

/** What is said only while it is in force, and what only while nothing is chosen. */
const ONLY_ON: Record<NoticeLanguage, RegExp[]> = {
  en: [
    /another system/i,
    /approves/,
    /one total of the work item/,
    /to stop, unless/,
    /14 days after the announcement/,
  ],
  de: [
    /anderes System/,
    /es genehmigt/,
    /zur Gesamtzeit des Vorgangs/,
    /zwingende Gründe/,
    /14 Tage nach der Meldung/,
  ],
  fr: [
    /un autre système/i,
    /l’accepte/,
    /au temps total du ticket/,
    /motifs impérieux/,
    /14 jours après le signalement/,
  ],
};
const ONLY_OFF: Record<NoticeLanguage, RegExp[]> = {
  en: [/30 days after you leave|after 30 days, without/, /has not said here whom to ask/, /has not chosen/],
  de: [/30 Tage, nachdem du|nach 30 Tagen, ohne/, /hier noch nicht angegeben/, /noch keine Rechtsgrundlage/],
  fr: [/30 jours après votre départ|après 30 jours, sans/, /pas encore indiqué ici/, /pas encore choisi/],
};

it.each(NOTICE_LANGUAGES)('The notice in %s says nothing of what is not in force', (language) => {
  const said = (inForce: InForce) => textsOf(noticesOf(DATA_MAP, inForce).in(language)).join('\n');
  const off = said({ settings: standard });
  const on = said({ settings: allOn, webhook: webhook(14) });
  for (const words of ONLY_ON[language]) {
    expect(off).not.toMatch(words);
    expect(on).toMatch(words);
  }
  for (const words of ONLY_OFF[language]) {
    expect(off).toMatch(words);
    expect(on).not.toMatch(words);
  }
});

/** The whole time for an answer (GDPR art. 12(3)): who reads only this layer is not promised less. */
const ANSWERED: Record<NoticeLanguage, RegExp> = {
  en: /30 days.* two more months/,
  de: /30 Tagen.* zwei Monate/,
  fr: /30 jours.* deux mois/,
};

it.each(EVERY)(
  'The second layer in %s says until when requests are answered while %s',
  (language, _, inForce) => {
    const { screen } = noticesOf(DATA_MAP, inForce).in(language);
    expect(screen.find(({ id }) => id === 'rights')?.answer).toMatch(ANSWERED[language]);
  },
);
