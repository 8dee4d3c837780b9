import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import type { RequestType } from '../../src/contract';
import type { PrivacyRequest } from '../../src/privacy/data-sets/request';
import type { FaultOutcome } from '../../local/faults/types';
import type { LocalForge } from '../../local/forge';
import { DECLINES } from '../behaviour/declines';
import { personOf } from '../behaviour/person';
import { expectConsistent } from '../setup/consistent';
import { runCount } from '../setup/run-count';
import { openTestForge } from '../setup/test-forge';
import { PEOPLE } from '../setup/test-site';
import { storedRows } from '../setup/use-forge';
import { contradictions, storeMentions } from './stored';

const DAY_MS = 86_400_000;
const HASH = 'c'.repeat(64);

// Mostly erasures, of which an approval is carried out in two steps: between them most can go wrong.
const type = fc.constantFrom<RequestType>(
  'erasure',
  'erasure',
  'erasure',
  'erasure',
  'access',
  'restriction',
);
const outcome = fc.constantFrom<FaultOutcome>(
  { kind: 'answer', status: 500, body: {} },
  { kind: 'lost-response' },
  { kind: 'crash', when: 'before' },
  { kind: 'crash', when: 'after' },
);
const single = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ what: fc.constantFrom('ask' as const, 'approve' as const), type }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constantFrom('withdraw' as const, 'decline' as const, 'extend' as const),
      type,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constantFrom('log' as const, 'erase' as const, 'daily' as const, 'wait' as const),
      type,
    }),
  },
);
const moment = fc.record({
  together: fc.array(single, { minLength: 1, maxLength: 3 }),
  fault: fc.option(fc.record({ nth: fc.integer({ min: 1, max: 12 }), outcome }), { nil: undefined, freq: 3 }),
});

type Single = typeof single extends fc.Arbitrary<infer One> ? One : never;

const requestsIn = (forge: LocalForge): PrivacyRequest[] =>
  storedRows(forge, 'request').map(({ value }) => value as PrivacyRequest);

/** What one of the two does; it may be refused or die, and nothing is assumed of its answer. */
function act(forge: LocalForge, { what, type: asked }: Single): Promise<unknown> {
  const [anna, admin] = [personOf(forge, PEOPLE.anna), personOf(forge, PEOPLE.admin)];
  const all = requestsIn(forge).filter((request) => request.type === asked);
  const present = all.find(({ status }) => status === 'open') ?? all.at(-1);
  const id = present?.id ?? 'request-that-is-not-there';
  const which = { accountId: PEOPLE.anna, type: asked, id };
  const acts: Record<Single['what'], () => Promise<unknown>> = {
    ask: () => anna.user('openRequest', { type: asked }),
    withdraw: () => anna.user('withdrawRequest', { type: asked, id }),
    approve: () => admin.admin('decideRequest', { ...which, decision: 'approve' }),
    decline: () => admin.admin('decideRequest', { ...which, ...DECLINES[asked] }),
    extend: () => admin.admin('extendRequest', { ...which, reason: 'complex' }),
    log: () => anna.log('2026-03-01', '1m'),
    erase: () => anna.user('eraseMyData', { receiptHash: HASH }),
    daily: () => forge.schedule.run('daily'),
    wait: () => forge.clock.advance(10 * 60_000),
  };
  return acts[what]().catch(() => undefined);
}

/** Whether a step from what was stored to what is now is one that a request may take: an answer is never lost. */
function mayFollow(before: PrivacyRequest, after: PrivacyRequest | undefined, sameStay: boolean): boolean {
  if (!after) return !sameStay || before.status === 'withdrawn';
  const settled = ['done', 'declined', 'withdrawn'].includes(before.status);
  return settled ? isDeepStrictEqual(after, before) : after.receivedAt === before.receivedAt;
}

test('whatever happens to requests, each is decided once, and an approved erasure comes to its end', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(moment, { minLength: 2, maxLength: 12 }), fc.nat(), async (history, seed) => {
      const forge = await openTestForge({ seed, storage: { queryLagMs: 20_000, quotas: 'off' } });
      try {
        await personOf(forge, PEOPLE.anna).log('2026-03-01');
        const { storageId } = forge.installations.get();
        const value = { retentionDays: {}, selfErasure: 'after-approval' };
        await forge.storage.load(storageId, [{ store: 'plain', key: 'settings', value }]);
        for (const { together, fault } of history) {
          const before = requestsIn(forge);
          const stay = stayOf(forge);
          forge.faults.clear();
          if (fault) forge.faults.add(fault);
          await Promise.all(together.map((one) => act(forge, one)));
          const after = requestsIn(forge);
          const sameStay = stay !== undefined && stay === stayOf(forge);
          for (const request of before) {
            const isAnswer = request.status === 'done' || request.status === 'declined';
            if (!isAnswer && (together.length > 1 || together[0]?.what === 'wait')) continue;
            const now = after.find((one) => one.id === request.id);
            expect(mayFollow(request, now, sameStay)).toBe(true);
          }
          expectOneOpenOfEach(after);
        }
        forge.faults.clear();
        await forge.clock.advance(4 * DAY_MS);
        expectConsistent(forge);
        expect(contradictions(forge)).toEqual([]);
        expect(requestsIn(forge).filter(({ status }) => status === 'approved')).toEqual([]);
        const alive = storedRows(forge, 'person').some(({ key }) => key === PEOPLE.anna);
        expect(storeMentions(forge, PEOPLE.anna)).toBe(alive);
        expectEachDecidedOnce(forge);
      } finally {
        await forge.close();
      }
    }),
    { numRuns: Number(process.env['RUNS'] ?? runCount(100, 3000)), endOnFailure: false },
  );
}, 1_200_000);

/** The epoch of Anna's live row: another, or none, once she was erased. */
const stayOf = (forge: LocalForge): string | undefined =>
  storedRows(forge, 'person')
    .filter(({ key }) => key === PEOPLE.anna)
    .map(({ value }) => (value as { epoch: string }).epoch)[0];

function expectOneOpenOfEach(requests: readonly PrivacyRequest[]): void {
  const waiting = requests.filter(({ status }) => status === 'open' || status === 'approved');
  expect(new Set(waiting.map((request) => request.type)).size).toBe(waiting.length);
}

/** There is no more than one decision in the audit log for each request that was made. */
function expectEachDecidedOnce(forge: LocalForge): void {
  const events = storedRows(forge, 'audit').map(({ value }) => (value as { event: string }).event);
  const count = (...names: string[]): number => events.filter((event) => names.includes(event)).length;
  const ends = count('request-approved', 'request-declined', 'request-withdrawn');
  expect(ends).toBeLessThanOrEqual(count('request-opened'));
}
