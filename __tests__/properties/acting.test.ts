import * as fc from 'fast-check';
import type { LocalForge } from '../../local/forge';
import type { Administrator } from '../../src/privacy/data-sets/administrator';
import type { AuditLine } from '../../src/privacy/data-sets/audit';
import { adminFunctions } from '../../src/resolvers/admin';
import { userFunctions } from '../../src/resolvers/user';
import { personOf } from '../behaviour/person';
import { payloadsAbout } from '../resolvers/payload-forge';
import { runCount } from '../setup/run-count';
import { openTestForge } from '../setup/test-forge';
import { PEOPLE, TEST_SITE } from '../setup/test-site';
import { storedRows } from '../setup/use-forge';

const { admin, anna, ben, chloe } = PEOPLE;
const site = {
  ...TEST_SITE,
  people: TEST_SITE.people.map((one) => (one.accountId === chloe ? { ...one, isAdmin: true } : one)),
};
const HASH = 'ab'.repeat(32);
const look = { accountId: anna, reason: 'security' };

const rowsIn = (forge: LocalForge) =>
  storedRows(forge, 'administrator').map(({ value }) => value as Administrator);
const actsIn = (forge: LocalForge) =>
  storedRows(forge, 'audit')
    .map(({ value }) => value as AuditLine)
    .filter(({ role }) => role === 'administrator');

/** Lines with a token that leads nowhere, or without one. */
function leadingNowhere(forge: LocalForge): AuditLine[] {
  const tokens = new Set(rowsIn(forge).map(({ by }) => by));
  return actsIn(forge).filter(({ by }) => by === undefined || !tokens.has(by));
}

async function open(): Promise<LocalForge> {
  const forge = await openTestForge({ site });
  await personOf(forge, anna).log('2026-03-01');
  await personOf(forge, ben).log('2026-03-01');
  return forge;
}

const erasesMany = (forge: LocalForge) =>
  personOf(forge, admin).admin('erasePeople', {
    people: [{ accountId: ben, receiptHash: HASH }],
    reason: 'no-longer-needed',
  });

/** A first act of a day, an act with the same row, and one that the queue carries out. */
async function actThrice(forge: LocalForge): Promise<void> {
  await personOf(forge, admin)
    .admin('listEntriesOf', look)
    .catch(() => undefined);
  await personOf(forge, admin)
    .admin('setRestrictionOf', { ...look, restricted: true })
    .catch(() => undefined);
  await erasesMany(forge).catch(() => undefined);
  await forge.queue.settle({ delayed: true });
}

const FAULTS = [
  { kind: 'crash', when: 'before' },
  { kind: 'crash', when: 'after' },
  { kind: 'lost-response' },
] as const;

test.each(FAULTS)(
  'acts that fail at any platform call leave no line that leads nowhere: %j',
  async (outcome) => {
    const whole = await open();
    whole.faults.resetCalls();
    await actThrice(whole);
    const calls = whole.faults.calls();
    expect(actsIn(whole).length).toBeGreaterThanOrEqual(4);
    await whole.close();
    expect(calls).toBeGreaterThan(20);
    for (let nth = 1; nth <= calls; nth += 1) {
      const forge = await open();
      forge.faults.resetCalls();
      forge.faults.add({ nth, outcome });
      await actThrice(forge);
      forge.faults.clear();
      await actThrice(forge);
      await forge.clock.advance(2 * 86_400_000);
      expect({ nth, lost: leadingNowhere(forge), rows: rowsIn(forge).length }).toEqual({
        nth,
        lost: [],
        rows: 1,
      });
      await forge.close();
    }
  },
  240_000,
);

/** What administrators do, in any order. */
const ACTS: ReadonlyArray<(forge: LocalForge, by: string) => Promise<unknown>> = [
  (forge, by) => personOf(forge, by).admin('listEntriesOf', look),
  (forge, by) => personOf(forge, by).admin('exportPageOf', look),
  (forge, by) => personOf(forge, by).admin('listAffected', { reason: 'security' }),
  (forge, by) => personOf(forge, by).admin('setRestrictionOf', { ...look, restricted: true }),
  (forge, by) => personOf(forge, by).admin('setRestrictionOf', { ...look, restricted: false }),
  (forge, by) => personOf(forge, by).admin('listEntriesOf', { ...look, accountId: admin }),
  (forge, by) => personOf(forge, by).admin('enableWebhook'),
  (forge, by) => personOf(forge, by).admin('undoWebhook', { reason: 'security' }),
  (forge) => erasesMany(forge),
  (forge) => forge.queue.settle({ delayed: true }),
  (forge) => forge.clock.advance(86_400_000),
];

/** All answers of all functions to somebody, with their pages of one. */
async function answersTo(forge: LocalForge, asker: string): Promise<string> {
  const answers: unknown[] = [];
  for (const [moduleKey, functions] of [
    ['privacy-panel', userFunctions],
    ['privacy-admin', adminFunctions],
  ] as const) {
    for (const functionKey of Object.keys(functions)) {
      const { needs = {}, may = {} } = payloadsAbout(anna)[functionKey] ?? {};
      const ways = [
        needs,
        ...('limit' in may
          ? [
              { ...needs, limit: 1 },
              { ...needs, limit: 100 },
            ]
          : []),
      ];
      for (const payload of ways) {
        const extension = { issue: { id: '20001' } };
        answers.push(await forge.invoke({ moduleKey, functionKey, payload, accountId: asker, extension }));
      }
    }
  }
  return JSON.stringify(answers);
}

test('no answer holds the token of an administrator, whatever was done', async () => {
  const act = fc.tuple(fc.constantFrom(...ACTS), fc.constantFrom(admin, chloe));
  const property = fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 8 }), async (acts) => {
    const forge = await open();
    try {
      await personOf(forge, admin).admin('listEntriesOf', look);
      for (const [does, by] of acts) await does(forge, by);
      expect(leadingNowhere(forge)).toEqual([]);
      for (const asker of [admin, chloe, anna]) {
        const said = await answersTo(forge, asker);
        expect(rowsIn(forge).filter(({ by }) => said.includes(by))).toEqual([]);
      }
      const logs = JSON.stringify(forge.invocations.list().flatMap(({ logs: lines }) => lines));
      expect(rowsIn(forge).filter(({ by }) => logs.includes(by))).toEqual([]);
    } finally {
      await forge.close();
    }
  });
  await fc.assert(property, { numRuns: runCount(8, 200) });
}, 240_000);
