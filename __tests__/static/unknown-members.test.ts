import fc from 'fast-check';
import type { AnnouncedPerson, ReportingStarted, Restriction, SettingChange } from '../../src/contract';
import { restrictionWords as toAdministrator } from '../../static/admin/person/restriction-words';
import { stateWords } from '../../static/admin/erasures/state-words';
import { failureText } from '../../static/admin/reporting/failure-words';
import { outcomeWords } from '../../static/admin/reporting/outcome-words';
import { answerWords, nextWords, saidWords } from '../../static/admin/webhook/announced-words';
import { callWords } from '../../static/admin/webhook/call-words';
import { announcedWords } from '../../static/my-data/overview/announced-words';
import { restrictionWords as toPerson } from '../../static/my-data/overview/restriction-words';
import { eventWords, reasonWords, roleWords } from '../../static/shared/access-words';
import { problemWords } from '../../static/shared/erasure/problem-words';
import { askerWords } from '../../static/shared/receipts/asker-words';
import { declineWords, extensionWords, requestWords, statusWords } from '../../static/shared/request-words';
import { changeWords } from '../../static/shared/setting-words';
import { wordOf } from '../../static/shared/word-of';
import { t, type Key } from '../../static/shared/words/words';
import { projectFiles, textOf } from '../project/project-files';
import { runCount } from '../setup/run-count';

const viewer = { locale: 'en-GB', timeZone: 'UTC' };
const AT = '2026-03-02T09:00:00.000Z';

const tables: Record<string, Readonly<Record<string, Key>>> = {
  eventWords,
  reasonWords,
  roleWords,
  askerWords,
  stateWords,
  callWords,
  requestWords,
  statusWords,
  declineWords,
  extensionWords,
};

/** What pages say of a member, whatever it is. */
const sentences: Record<string, (member: string) => string> = {
  failure: (why) => failureText(why as never),
  problem: problemWords,
  'restriction, to the person': (by) => toPerson(restrictedBy(by), viewer),
  'restriction, to an administrator': (by) => toAdministrator(restrictedBy(by), viewer),
  setting: (setting) => changeWords({ setting, before: 1, after: 2 } as SettingChange, new Map()),
  choice: (is) => changeWords({ setting: 'keepTotals', was: 'no', is } as SettingChange, new Map()),
  announced: (what) => saidWords(announced(what)),
  'announced, to the person': (what) => announcedWords({ what: what as never, at: AT }, viewer),
  'what follows': (what) => nextWords(announced(what), viewer),
  'what to answer': (what) => answerWords(announced(what)) ?? '',
  reporting: (outcome) => outcomeWords({ outcome } as unknown as ReportingStarted, viewer as never),
};

const restrictedBy = (by: string): Restriction => ({ since: AT, by: by as Restriction['by'] });
const announced = (what: string): AnnouncedPerson =>
  ({ accountId: 'somebody', what, announcedAt: AT }) as AnnouncedPerson;

const KNOWN = new Set([
  ...Object.values(tables).flatMap((table) => Object.keys(table)),
  ...['person', 'administrator', 'atlassian', 'webhook', 'closed', 'erasure', 'yes', 'no', 'at-once'],
  ...['after-approval', 'started', 'running', 'waiting', 'nothing-due', 'retentionDays', 'removedDays'],
]);
const unknown = fc.oneof(
  fc.stringMatching(/^[a-z][a-z-]{2,20}$/).filter((member) => !KNOWN.has(member)),
  fc.constantFrom('constructor', 'toString', '__proto__', 'hasOwnProperty', ''),
);

const FALLBACK = /not known|does not know|Something unexpected/i;

describe('A member of a closed list that a newer version added', () => {
  it.each(Object.keys(tables))('is said to be unknown: %s', (name) => {
    const table = tables[name] ?? {};
    fc.assert(
      fc.property(unknown, (member) => {
        expect(wordOf(table, member)).toMatch(FALLBACK);
      }),
      { numRuns: runCount(50, 2000) },
    );
    for (const [member, words] of Object.entries(table)) {
      expect(wordOf(table, member)).toBe(t(words));
      expect(wordOf(table, member)).not.toMatch(FALLBACK);
    }
  });

  it.each(Object.keys(sentences))('is said to be unknown in a sentence: %s', (name) => {
    fc.assert(
      fc.property(unknown, (member) => {
        const said = sentences[name]?.(member) ?? '';
        expect(said).toMatch(FALLBACK);
        expect(said).not.toMatch(/undefined|\[object|function/);
      }),
      { numRuns: runCount(50, 2000) },
    );
  });
});

/** Tables whose members the page itself makes: no row and no answer brings another. */
const OF_THE_PAGE = new Set(['toneWords[', 'faultWords[', 'noteWords[', 'words[', 'keepWords[']);

test('no page looks a member up without saying something where it is unknown', () => {
  const pages = projectFiles().filter((file) => /^static\/.*\.tsx?$/.test(file));
  const found = pages.flatMap((file) =>
    [...textOf(file).matchAll(/\b(?:\w*[wW]ords\w*|RESTRICTED_BY)\[(?!\])/g)]
      .map(([text]) => text)
      .filter((text) => !OF_THE_PAGE.has(text) && !file.endsWith('word-of.ts'))
      .map((text) => `${file}: ${text}`),
  );
  expect(pages.length).toBeGreaterThan(50);
  expect(found).toEqual([]);
});
