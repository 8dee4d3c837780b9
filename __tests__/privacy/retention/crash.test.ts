import type { AuditLine } from '../../../src/privacy/data-sets/audit';
import type { LocalForge } from '../../../local/forge';
import { personOf } from '../../behaviour/person';
import { contradictions } from '../../properties/stored';
import { prepared, type OpenPrepared } from '../../setup/prepared';
import { SHORT_PAGES } from '../../setup/test-forge';
import { PEOPLE } from '../../setup/test-site';
import { storedRows } from '../../setup/use-forge';
import { watchTotals } from './watch';
import { totalsIn } from '../../setup/totals-in';

const DAY_MS = 86_400_000;
const THREE = [PEOPLE.anna, PEOPLE.ben, PEOPLE.chloe];
const SETTINGS = { retentionDays: { 'time-entry': 30 }, keepTotals: true };

const STORAGE = { queryLagMs: 20_000, quotas: 'off', ...SHORT_PAGES } as const;

let expiringForge: OpenPrepared;
beforeAll(async () => {
  expiringForge = await prepared(letExpire, { storage: STORAGE });
});

/** Three people with entries on an issue, one of whom has another of last year and one on an issue of her own. */
async function letExpire(forge: LocalForge): Promise<void> {
  const { storageId } = forge.installations.get();
  for (const accountId of THREE) {
    await personOf(forge, accountId).log('2026-03-01', '1h');
    await personOf(forge, accountId).log('2025-12-31', '30m');
  }
  await personOf(forge, PEOPLE.anna).log('2026-03-01', '2h', '20002');
  // Later: with a shorter period the day of the year before is not taken.
  await forge.storage.load(storageId, [{ store: 'plain', key: 'settings', value: SETTINGS }]);
  await forge.clock.advance(31 * DAY_MS, { deliver: false });
}

async function runTwice(forge: LocalForge): Promise<void> {
  await forge.schedule.run('daily').catch(() => undefined);
  await forge.clock.advance(10 * 60_000);
}

const expired = (forge: LocalForge): number =>
  storedRows(forge, 'audit')
    .map(({ value }) => value as AuditLine)
    .filter(({ event }) => event === 'entries-expired')
    .reduce((sum, { records }) => sum + (records?.['time-entry'] ?? 0), 0);

/** What stands in the end: seconds in totals, what the audit log counts, what is wrong. */
async function outcomeOf(prepare: (forge: LocalForge) => void) {
  const forge = await expiringForge();
  const watched = watchTotals(forge);
  prepare(forge);
  await runTwice(forge);
  const struck = Object.values(forge.faults.struck()).reduce((all, one) => all + one, 0);
  watched.end();
  forge.faults.clear();
  const again = watchTotals(forge);
  await runTwice(forge);
  again.end();
  const wrong = [...watched.wrong, ...again.wrong, ...contradictions(forge)];
  const entries = storedRows(forge, 'time-entry').length;
  const totals = totalsIn(forge);
  const lines = expired(forge);
  await forge.close();
  return { wrong, entries, totals, lines, struck };
}

/** One hour and half an hour of each of the three, in the total; the seventh entry was of one person alone. */
const RIGHT = {
  wrong: [],
  entries: 0,
  totals: [{ issueId: '20001', seconds: 3 * 5400 }],
  lines: 7,
  struck: 1,
};

async function callsOfRun(): Promise<number> {
  const forge = await expiringForge();
  forge.faults.resetCalls();
  await runTwice(forge);
  const calls = forge.faults.calls();
  await forge.close();
  return calls;
}

test('a retention run that adds up, killed at any platform call, adds everything once and records every deletion', async () => {
  const calls = await callsOfRun();
  expect(calls).toBeGreaterThan(25);
  for (let nth = 1; nth <= calls; nth += 1) {
    for (const when of ['before', 'after'] as const) {
      const outcome = await outcomeOf((forge) => forge.faults.crashAt(nth, when));
      expect({ nth, when, ...outcome }).toEqual({ nth, when, ...RIGHT });
    }
  }
}, 240_000);

test('a lost answer at any platform call adds nothing twice', async () => {
  const calls = await callsOfRun();
  for (let nth = 1; nth <= calls; nth += 1) {
    const outcome = await outcomeOf((forge) => forge.faults.add({ nth, outcome: { kind: 'lost-response' } }));
    expect({ nth, ...outcome }).toEqual({ nth, ...RIGHT });
  }
}, 240_000);
