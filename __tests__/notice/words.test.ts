import { DATA_MAP } from '../../src/data-map';
import type { Notice } from '../../src/contract';
import type { Settings } from '../../src/privacy/data-sets/settings';
import type { Webhook } from '../../src/privacy/data-sets/webhook';
import type { InForce } from '../../src/privacy/notice/in-force';
import { noticeOf } from '../../src/privacy/notice/notice';
import { PURPOSES } from '../../src/storage/purposes';

const MOST_WORDS = 25;
/** Words for things that the app needs and nobody reads of; words that the glossary has another one for; hidden actors. */
const BANNED = [
  /;/,
  /\b(token|digest|cohort|epoch|fence|data map|data set|scan|chain|cycle|keyed)s?\b/i,
  /\b(erase|erased|erases|erasure|erasures|hold|holds|held|keep|keeps|kept)\b/i,
  /\b(issue|ticket|worklog|project|vendor|company|employer|lawful basis)s?\b/i,
  /\b(meanwhile|as a rule|nobody but|no sooner than|whoever|by itself|goes on|stands)\b/i,
  /\bwhere your (administrators|organisation)\b/i,
  /\bsomething of yours\b/i,
];
/** Where a banned word is right. */
const ALLOWED = ['To keep a rough figure'];

const webhook = (erasesAfterDays?: number): Webhook => ({
  ...{ version: 1, enabled: true, changedAt: '2026-03-02T09:00:00.000Z', keys: [], calls: [] },
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

describe.each(VARIANTS)('The notice while %s', (_, inForce) => {
  const texts = textsOf(noticeOf(DATA_MAP, inForce));

  it(`has no sentence of more than ${MOST_WORDS} words`, () => {
    const long = texts.flatMap(sentencesIn).filter((sentence) => sentence.split(/\s+/).length > MOST_WORDS);
    expect(long).toEqual([]);
  });

  it('has the words of the glossary, and no banned one', () => {
    const wrong = texts
      .filter((text) => !ALLOWED.some((allowed) => text.includes(allowed)))
      .flatMap((text) =>
        BANNED.filter((banned) => banned.test(text)).map((banned) => [text, String(banned)]),
      );
    expect(wrong).toEqual([]);
  });
});

it('The notice says nothing of what is not in force', () => {
  const said = (inForce: InForce) => textsOf(noticeOf(DATA_MAP, inForce)).join('\n');
  const off = said({ settings: standard });
  const on = said({ settings: allOn, webhook: webhook(14) });
  for (const words of [/another system/i, /approves/, /one total of the work item/, /to stop, unless/]) {
    expect(off).not.toMatch(words);
    expect(on).toMatch(words);
  }
  expect(off).toMatch(/after 30 days/);
  expect(on).not.toMatch(/30 days after you leave|after 30 days, without/);
  expect(on).toMatch(/14 days after the report/);
  expect(off).toMatch(/has not said here whom to ask/);
  expect(on).not.toMatch(/has not said here whom to ask|has not chosen/);
});

it('The first layer is one line, and the second one screen', () => {
  for (const [, inForce] of VARIANTS) {
    const { line, screen } = noticeOf(DATA_MAP, inForce);
    expect(line.length).toBeLessThan(200);
    expect(
      screen
        .map(({ answer }) => answer)
        .join(' ')
        .split(' ').length,
    ).toBeLessThan(260);
  }
});
