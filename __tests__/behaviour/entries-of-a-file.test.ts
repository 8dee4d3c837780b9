import fc from 'fast-check';
import { readEntryLine } from '../../local/data/entry-line';
import { EntriesRefused, logEntries } from '../../local/data/log-entries';
import { madeUpSite } from '../../local/data/made-up-site';
import { contradictions, withEntries } from '../../local/data/site-from-entries';
import type { LoggedTime } from '../../local/data/time-entry';
import { openLocalForge, type LocalForge } from '../../local/forge';
import { runCount } from '../setup/run-count';
import { textOf } from '../project/project-files';
import { storedRows } from '../setup/use-forge';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const ENTRY: LoggedTime = {
  accountId: '557058:ccb94528-6dec-4867-b14e-2105170d2d41',
  issueKey: 'KAFKA-82',
  issueId: '12300082',
  startedOn: '2024-02-29',
  seconds: 3600,
};

/** The app on a site that has the people and work items of the entries, whatever these are. */
function siteOf(entries: LoggedTime[]): Promise<LocalForge> {
  return openLocalForge({
    app: { kind: 'module', files: { index: () => import('../../src/index') } },
    startAt: NOW,
    callMs: 0,
    storage: { quotas: 'off', queryLagMs: 0 },
    site: withEntries({ people: [], projects: [], issues: [] }, entries),
  });
}

const log = (forge: LocalForge, entries: LoggedTime[]): Promise<unknown> =>
  logEntries(forge, 'privacy-panel', entries, { onLogged: () => undefined }).catch((error: unknown) => error);

/** Does the app store exactly this? */
async function appTakes(entry: LoggedTime): Promise<boolean> {
  const forge = await siteOf([entry]);
  try {
    await log(forge, [entry]);
    const { accountId, issueId, startedOn, seconds } = entry;
    const [row] = storedRows(forge, 'time-entry').map(({ value }) => value as LoggedTime);
    return (
      row?.accountId === accountId &&
      row.issueId === issueId &&
      row.startedOn === startedOn &&
      row.seconds === seconds
    );
  } finally {
    await forge.close();
  }
}

const fileTakes = (entry: LoggedTime): boolean => typeof readEntryLine(JSON.stringify(entry)) !== 'string';

const AT_THE_BORDER: Array<[string, Partial<LoggedTime>]> = [
  ['90 seconds', { seconds: 90 }],
  ['a second less than a minute', { seconds: 59 }],
  ['a minute', { seconds: 60 }],
  ['a part of a second', { seconds: 60.5 }],
  ['a day', { seconds: 86_400 }],
  ['a minute more than a day', { seconds: 86_460 }],
  ['the account that Atlassian calls unknown', { accountId: 'unknown' }],
  ['the same in capitals', { accountId: 'UNIDENTIFIED' }],
  ['an account with 128 characters', { accountId: 'a'.repeat(128) }],
  ['an account with 129 characters', { accountId: 'a'.repeat(129) }],
  ['an issue ID with a zero before it', { issueId: '012' }],
  ['an issue ID of 19 digits', { issueId: '9'.repeat(19) }],
  ['an issue ID of 20 digits', { issueId: '9'.repeat(20) }],
  ['a leap day that is none', { startedOn: '2023-02-29' }],
  ['a day of the year 999', { startedOn: '0999-01-01' }],
];

describe('what a file may say is what the app takes', () => {
  test.each(AT_THE_BORDER)('%s', async (_what, change) => {
    const entry = { ...ENTRY, ...change };
    expect(fileTakes(entry)).toBe(await appTakes(entry));
  });

  test('whatever it is', async () => {
    const entries = fc.record({
      accountId: fc.oneof(fc.stringMatching(/^[A-Za-z0-9:-]{1,130}$/), fc.constant('Unknown')),
      issueKey: fc.constant(ENTRY.issueKey),
      issueId: fc.stringMatching(/^\d{1,20}$/),
      startedOn: fc
        .stringMatching(/^(0\d{3}|202[3-6])-[01]\d-[0-3]\d$/)
        .filter((day) => day < '1000' || (day > '2023-11-24' && day < '2026-11-24')),
      seconds: fc.oneof(
        fc.integer({ min: 0, max: 90_000 }),
        fc.integer({ min: 0, max: 1500 }).map((minutes) => minutes * 60),
      ),
    });
    const same = fc.asyncProperty(entries, async (entry) => fileTakes(entry) === (await appTakes(entry)));
    await fc.assert(same, { numRuns: runCount(60, 1000) });
  }, 60_000);
});

test('what depends on other entries, the day and the site the app says itself, of each entry', async () => {
  const entries: LoggedTime[] = [
    { ...ENTRY, seconds: 79_980 },
    { ...ENTRY, seconds: 79_980 },
    { ...ENTRY, startedOn: '2099-01-01' },
    { ...ENTRY, accountId: 'qm:1:2' },
    { ...ENTRY, startedOn: '2026-11-23' },
    { ...ENTRY, startedOn: '1000-01-01' },
  ];
  const forge = await siteOf(entries);
  const refused = await log(forge, entries);
  expect(refused).toBeInstanceOf(EntriesRefused);
  expect((refused as EntriesRefused).faults).toEqual([
    { position: 1, problem: 'refused.day-has-left' },
    { position: 2, problem: 'refused.day-to-come' },
    { position: 3, problem: 'refused.work-item-unseen' },
    { position: 5, problem: 'refused.kept-for-days' },
  ]);
  await forge.close();
});

test('the example in the guide is loaded into the made-up site', () => {
  const [, example = ''] = /```ndjson\n(.*?)\n```/s.exec(textOf('docs/local-site.md')) ?? [];
  const entries = example.split('\n').map(readEntryLine);
  expect(entries.filter((entry) => typeof entry === 'string')).toEqual([]);
  expect(contradictions(madeUpSite(NOW).jira, entries as LoggedTime[])).toEqual([]);
});
