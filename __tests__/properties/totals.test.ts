import * as fc from 'fast-check';
import type { FaultOutcome } from '../../local/faults/types';
import type { LocalForge } from '../../local/forge';
import type { AuditLine } from '../../src/privacy/data-sets/audit';
import { personOf, type TestPerson } from '../behaviour/person';
import { watchTotals } from '../privacy/retention/watch';
import { runCount } from '../setup/run-count';
import { openTestForge } from '../setup/test-forge';
import { PEOPLE } from '../setup/test-site';
import { storedRows } from '../setup/use-forge';
import { contradictions, storeMentions } from './stored';

const DAY_MS = 86_400_000;
const WHO = [PEOPLE.anna, PEOPLE.ben, PEOPLE.chloe, PEOPLE.noData, PEOPLE.admin];
const ISSUES = ['20001', '20002'];
const SETTINGS = { retentionDays: { 'time-entry': 30 }, keepTotals: true };
const HASH = 'a'.repeat(64);

interface Logged {
  who: number;
  issue: number;
  day: number;
  minutes: number;
}

/** Something that someone does at the moment of a platform call of the run, or that befalls the call. */
type Meeting = { at: number } & (
  | { what: 'log' | 'delete' | 'erase' | 'restrict' | 'run'; who: number }
  | { what: 'fault'; outcome: FaultOutcome }
);

const entry: fc.Arbitrary<Logged> = fc.record({
  who: fc.nat({ max: WHO.length - 1 }),
  issue: fc.nat({ max: ISSUES.length - 1 }),
  day: fc.constantFrom(1, 2, 100, 500),
  minutes: fc.integer({ min: 1, max: 240 }),
});
const at = fc.integer({ min: 1, max: 60 });
const meeting: fc.Arbitrary<Meeting> = fc.oneof(
  fc.record({
    at,
    what: fc.constantFrom(
      'log' as const,
      'delete' as const,
      'erase' as const,
      'restrict' as const,
      'run' as const,
    ),
    who: fc.nat({ max: WHO.length - 1 }),
  }),
  fc.record({
    at,
    what: fc.constant('fault' as const),
    outcome: fc.constantFrom<FaultOutcome>(
      { kind: 'answer', status: 500, body: {} },
      { kind: 'cut' },
      { kind: 'lost-response' },
      { kind: 'crash', when: 'before' },
      { kind: 'crash', when: 'after' },
    ),
  }),
);

interface History {
  logged: Logged[];
  meetings: Meeting[];
  lagMs: number;
  onMissing: 'fails' | 'passes' | 'evaluated';
}

const history: fc.Arbitrary<History> = fc.record({
  logged: fc.array(entry, { minLength: 4, maxLength: 16 }),
  meetings: fc.array(meeting, { maxLength: 5 }),
  lagMs: fc.constantFrom(0, 0, 20_000, 3 * DAY_MS),
  onMissing: fc.constantFrom('fails' as const, 'passes' as const, 'evaluated' as const),
});

async function open({ logged, lagMs, onMissing }: History): Promise<LocalForge> {
  const forge = await openTestForge({
    storage: { queryLagMs: 0, quotas: 'off', conditionOnMissingRow: onMissing },
  });
  const { storageId } = forge.installations.get();
  for (const { who, issue, day, minutes } of logged) {
    const on = new Date(Date.UTC(2026, 2, 2) - day * DAY_MS).toISOString().slice(0, 10);
    await personOf(forge, WHO[who] ?? '').log(on, `${minutes}m`, ISSUES[issue]);
  }
  // Later: with a shorter period older days are not taken.
  await forge.storage.load(storageId, [{ store: 'plain', key: 'settings', value: SETTINGS }]);
  await forge.clock.advance(31 * DAY_MS, { deliver: false });
  forge.storage.settings.queryLagMs = lagMs;
  return forge;
}

async function deleteSome(person: TestPerson): Promise<void> {
  const { entries = [] } = await person.user('listEntries');
  const ids = entries.slice(0, 3).map(({ id }) => id);
  if (ids.length > 0) await person.user('deleteEntries', { ids });
}

/** What someone does; an answer may be lost, and a function may die. */
function act(forge: LocalForge, { what, who }: { what: string; who: number }): Promise<unknown> {
  const person = personOf(forge, WHO[who] ?? '');
  switch (what) {
    case 'log':
      return person.log(new Date(forge.clock.now()).toISOString().slice(0, 10), '10m');
    case 'delete':
      return deleteSome(person);
    case 'erase':
      return person.user('eraseMyData', { receiptHash: HASH });
    case 'restrict':
      return person.user('setRestriction', { restricted: true });
    default:
      return forge.schedule.run('daily');
  }
}

/** Lets each meeting happen at its call; gives what waits until all of them have ended. */
function meet(forge: LocalForge, meetings: readonly Meeting[]): () => Promise<void> {
  const under: Array<Promise<unknown>> = [];
  for (const one of meetings) {
    if (one.what === 'fault') {
      forge.faults.add({ functionKey: 'run-daily', nth: one.at, outcome: one.outcome });
      continue;
    }
    let calls = 0;
    const matches = (): boolean => {
      calls += 1;
      if (calls === one.at) under.push(act(forge, one).catch(() => undefined));
      return false;
    };
    forge.faults.add({ functionKey: 'run-daily', matches, outcome: { kind: 'cut' } });
  }
  return async () => {
    await Promise.all(under);
  };
}

const recorded = (forge: LocalForge): number =>
  storedRows(forge, 'audit')
    .map(({ value }) => value as AuditLine)
    .filter(({ event }) => event === 'entries-expired')
    .reduce((sum, { records }) => sum + (records?.['time-entry'] ?? 0), 0);

test('whatever meets a retention run, every state of the totals differs from every other by several people’s time', async () => {
  let additions = 0;
  await fc.assert(
    fc.asyncProperty(history, async (lived) => {
      const forge = await open(lived);
      const watched = watchTotals(forge);
      const ended = meet(forge, lived.meetings);
      await forge.schedule.run('daily').catch(() => undefined);
      await ended();
      watched.end();
      forge.faults.clear();
      const again = watchTotals(forge);
      for (let day = 0; day < 4; day += 1) await forge.clock.advance(DAY_MS);
      again.end();
      const all = [...watched.additions, ...again.additions];
      additions += all.length;
      const totals = storedRows(forge, 'issue-total').map(
        ({ value }) => (value as { seconds: number }).seconds,
      );
      expect([...watched.wrong, ...again.wrong, ...contradictions(forge)]).toEqual([]);
      expect(sumOf(totals)).toBe(sumOf(all.map(({ seconds }) => seconds)));
      expect(expiredLeft(forge)).toEqual([]);
      expect(totalsMention(forge)).toEqual([]);
      expect(recorded(forge)).toBeLessThanOrEqual(lived.logged.length);
      expect(erasedButThere(forge, lived)).toEqual([]);
      await forge.close();
    }),
    { numRuns: runCount(100, 3000) },
  );
  expect(additions).toBeGreaterThan(40);
}, 600_000);

const sumOf = (amounts: readonly number[]): number => amounts.reduce((all, one) => all + one, 0);

/** What a restriction holds stays, and is never in a total. */
const expiredLeft = (forge: LocalForge): unknown[] =>
  storedRows(forge, 'time-entry')
    .map(({ value }) => value as { startedOn: string; accountId: string })
    .filter(({ startedOn, accountId }) => startedOn < '2026-03-03' && !isRestricted(forge, accountId));

const isRestricted = (forge: LocalForge, accountId: string): boolean =>
  storedRows(forge, 'standing')
    .map(({ value }) => value as { accountId: string; restrictedBy?: string })
    .some((standing) => standing.accountId === accountId && standing.restrictedBy === 'person');

/** Who asked to be erased, is not back, and is still named somewhere; where lists lag for days it may take longer. */
const erasedButThere = (forge: LocalForge, { meetings, lagMs }: History): string[] =>
  meetings
    .flatMap((one) =>
      one.what === 'erase' && lagMs < DAY_MS && !isBack(forge, one.who) ? [WHO[one.who] ?? ''] : [],
    )
    .filter((accountId) => storeMentions(forge, accountId));

const isBack = (forge: LocalForge, who: number): boolean =>
  storedRows(forge, 'person').some(({ key }) => key === WHO[who]);

/** Account IDs and tokens that stand in totals. */
function totalsMention(forge: LocalForge): string[] {
  const text = JSON.stringify(storedRows(forge, 'issue-total'));
  return WHO.filter((accountId) => text.includes(accountId));
}
