import type { LocalForge } from '../../../local/forge';
import type { LoadedRow } from '../../../local/storage';
import type { Cohort } from '../../../src/privacy/data-sets/cohort';
import { expectConsistent } from '../../setup/consistent';
import { expectQuietLogs } from '../../setup/quiet-logs';
import { openTestForge, TEST_START } from '../../setup/test-forge';
import { storedRows } from '../../setup/use-forge';
import {
  accountIds,
  DAY_MS,
  holdPeople,
  HOUR_MS,
  isHeld,
  reportedAccounts,
  REPORT_PATH,
  siteWith,
} from './support';

/** Two groups, so that a crash can lie between them. */
const PEOPLE = accountIds(92);
const [CLOSED = '', CHANGED = ''] = PEOPLE;
const DUE_AT = TEST_START + 8 * DAY_MS + 20 * 60_000;
const BOUND_MS = 25 * HOUR_MS;
const SITE = siteWith(PEOPLE);
const LATER_SITE = {
  ...SITE,
  people: SITE.people.map((person) => ({
    ...person,
    ...(person.accountId === CLOSED && { closedAt: DUE_AT - 15 * DAY_MS, active: false }),
    ...(person.accountId === CHANGED && { changedAt: DUE_AT - DAY_MS }),
  })),
};

let prepared: LoadedRow[];

beforeAll(async () => {
  const forge = await openTestForge({ site: SITE });
  await holdPeople(forge, PEOPLE);
  prepared = storedRows(forge);
  await forge.close();
}, 120_000);

/** A site on which all are due, one account is closed at Atlassian and another has changed. */
async function openDue(): Promise<LocalForge> {
  const forge = await openTestForge({ site: LATER_SITE, startAt: DUE_AT, storage: { quotas: 'off' } });
  forge.schedule.mode.missed = 1;
  await forge.clock.advance(30 * 60_000);
  await forge.storage.load(forge.installations.get().storageId, prepared);
  return forge;
}

async function reportDue(forge: LocalForge): Promise<void> {
  await forge.schedule.run('daily').catch(() => undefined);
  await forge.clock.advance(10 * 60_000);
}

/** The reporting run alone: the erasure that follows from it has a test of its own. */
const isReporting = (call: { functionKey: string; path: string; body: string }): boolean =>
  call.functionKey === 'run-job' || call.path === REPORT_PATH;

interface Outcome {
  /** Reports that came earlier than a cycle after the one before. */
  early: number;
  /** Whether the closed account was reported again. */
  again: boolean;
}

async function crashAt(nth: number, when: 'before' | 'after'): Promise<Outcome> {
  const forge = await openDue();
  forge.faults.add({ matches: isReporting, nth, outcome: { kind: 'crash', when } });
  await reportDue(forge);
  forge.schedule.mode.missed = 0;
  await forge.clock.advance(3 * DAY_MS);
  expectAllDone(forge);
  const kinds = forge.atlassian.violations.map(({ kind }) => kind);
  await forge.close();
  return {
    early: kinds.filter((kind) => kind === 'earlier-than-cycle').length,
    again: kinds.includes('closed-reported-again'),
  };
}

function expectAllDone(forge: LocalForge): void {
  expectConsistent(forge);
  expectQuietLogs(forge);
  expect(isHeld(forge, CLOSED)).toBe(false);
  const members = storedRows(forge, 'cohort').flatMap(({ value }) => (value as Cohort).members);
  expect(members.map(({ accountId }) => accountId).sort()).toEqual(PEOPLE.slice(1).sort());
  const changed = members.find(({ accountId }) => accountId === CHANGED);
  expect(Date.parse(changed?.updatedAt ?? '')).toBeGreaterThan(DUE_AT);
  for (const { at } of forge.atlassian.reports) expect(at - DUE_AT).toBeLessThan(BOUND_MS);
  expect(new Set(reportedAccounts(forge).flat())).toEqual(new Set(PEOPLE));
}

test('a report killed at any platform call is made to its end: nothing is lost, and one batch at most repeated', async () => {
  const forge = await openDue();
  let calls = 0;
  forge.faults.add({ matches: (call) => isReporting(call) && (calls += 1) < 0, outcome: { kind: 'cut' } });
  await reportDue(forge);
  const reporting = calls;
  await forge.close();
  expect(reporting).toBeGreaterThan(15);
  const outcomes: Outcome[] = [];
  for (let nth = 1; nth <= reporting; nth += 1) {
    outcomes.push(await crashAt(nth, 'before'), await crashAt(nth, 'after'));
  }
  // Only between Atlassian's answer and the write that notes it: after the call, or before the write, of each group.
  expect(outcomes.filter(({ early }) => early > 0).map(({ early }) => early)).toEqual([89, 89, 2, 2]);
  expect(outcomes.filter(({ again }) => again)).toHaveLength(2);
}, 600_000);
