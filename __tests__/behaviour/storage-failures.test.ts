import { randomUUID } from 'node:crypto';
import type { Refusal } from '../../src/contract';
import type { FaultOutcome, FaultRule } from '../../local/faults';
import { recordIdOf } from '../../src/privacy/digest';
import { loadPeople } from '../setup/loaded-person';
import { expectConsistent } from '../setup/consistent';
import { openTestForge } from '../setup/test-forge';
import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';
import { personOf } from './person';

const app = useForge();
const anna = () => app.person(PEOPLE.anna);
const entryId = ({ requestId }: { requestId: string }): string =>
  recordIdOf(PEOPLE.anna, { fromClient: requestId });
const TODAY = '2026-03-02';

const OUTCOMES: Array<[string, FaultOutcome]> = [
  ['429', { kind: 'rate-limited' }],
  ['500', { kind: 'answer', status: 500, body: { code: 'INTERNAL', message: `about ${PEOPLE.anna}` } }],
  ['502 without JSON', { kind: 'answer', status: 502, body: '<html></html>' }],
  ['a cut connection', { kind: 'cut' }],
  ['a lost answer', { kind: 'lost-response' }],
  ['a time-out', { kind: 'time-out', ms: 500 }],
];

const entries = () => app.stored('time-entry').map(({ value }) => value as { startedOn: string });
const fail = (rule: Omit<FaultRule, 'remote'>): (() => void) =>
  app.forge.faults.add({ remote: 'kvs', ...rule });

/** Success, or "try again later" in words that quote nothing. */
function expectDoneOrLater(answer: Partial<Refusal>): void {
  if (!answer.error) return;
  expect(answer.error).toEqual({
    code: 'TRY_LATER',
    says: { key: 'refused.busy' },
  });
}

/** More calls than any of the functions here makes: the fault at those never strikes. */
const CALLS = [1, 2, 3, 4, 5, 6, 7, 8, 9];

describe.each(OUTCOMES)('After %s at any one storage call', (_, outcome) => {
  it('a first entry is written whole or not at all, and once when it is tried again', async () => {
    for (const nth of CALLS) {
      const form = { requestId: randomUUID(), startedOn: TODAY, duration: '1h' };
      const end = fail({ nth, outcome });
      expectDoneOrLater(await anna().user('logTime', form));
      end();
      expectConsistent(app.forge);
      await expect(anna().user('logTime', form)).resolves.toMatchObject({ entry: { id: entryId(form) } });
      expect(entries()).toHaveLength(1);
      await app.forge.storage.empty(app.forge.installations.get().storageId);
    }
  });

  it('a later entry is, too', async () => {
    await anna().log('2026-02-01');
    for (const nth of CALLS.slice(0, 4)) {
      const form = { requestId: randomUUID(), startedOn: `2026-02-1${nth}`, duration: '24h' };
      const end = fail({ nth, outcome });
      expectDoneOrLater(await anna().user('logTime', form));
      end();
      expectConsistent(app.forge);
      await expect(anna().user('logTime', form)).resolves.toMatchObject({ daySeconds: 86_400 });
    }
    expect(entries()).toHaveLength(5);
  });

  it('deleted entries are gone with their totals, or still there with them', async () => {
    await loadPeople(app.forge, [{ accountId: PEOPLE.anna, entries: 200 }]);
    const ids = app.stored('time-entry').map(({ key }) => key.split('#')[1] ?? '');
    for (const nth of CALLS) {
      const some = ids.splice(0, 15);
      const end = fail({ nth, outcome });
      expectDoneOrLater(await anna().user('deleteEntries', { ids: some }));
      end();
      expectConsistent(app.forge);
      await anna().user('deleteEntries', { ids: some });
      expect(entries()).toHaveLength(ids.length);
    }
  });
});

describe('While storage does not recover', () => {
  test.each(OUTCOMES)('from %s, people are asked to try later and nothing is kept', async (_, outcome) => {
    await anna().log('2026-03-01');
    const before = app.stored();
    fail({ outcome });
    for (const name of ['getPanel', 'listEntries', 'getOverview', 'exportPage', 'previewErasure'] as const) {
      const answer = (await anna().user(name)) as Partial<Refusal>;
      expect(answer.error).toEqual({ code: 'TRY_LATER', says: { key: 'refused.busy-unchanged' } });
    }
    const form = { requestId: randomUUID(), startedOn: TODAY, duration: '1h' };
    await expect(anna().user('logTime', form)).resolves.toMatchObject({ error: { code: 'TRY_LATER' } });
    app.forge.faults.clear();
    expect(app.stored()).toEqual(before);
  });

  it('the answers of transactions being lost, an entry is saved once and said to be saved', async () => {
    fail({ path: '/api/v1/transaction', outcome: { kind: 'lost-response' } });
    await expect(anna().log(TODAY)).resolves.toMatchObject({ daySeconds: 3600 });
    await expect(anna().log(TODAY)).resolves.toMatchObject({ daySeconds: 7200 });
    expect(entries()).toHaveLength(2);
  });

  it('a function that is killed leaves an entry whole or none, and goes through when tried again', async () => {
    for (const when of ['before', 'after'] as const) {
      for (const nth of CALLS) {
        const form = { requestId: randomUUID(), startedOn: TODAY, duration: '1m' };
        const end = fail({ nth, outcome: { kind: 'crash', when } });
        await anna()
          .user('logTime', form)
          .catch(() => undefined);
        end();
        expectConsistent(app.forge);
        await expect(anna().user('logTime', form)).resolves.toMatchObject({ entry: { id: entryId(form) } });
      }
    }
    expect(entries()).toHaveLength(2 * CALLS.length);
  });

  it('a batch of which a part fails is not taken for a person without data', async () => {
    await anna().log('2026-03-01');
    const before = app.stored();
    app.forge.storage.settings.partialBatchFailure = (path, _, entityName) =>
      path === 'batch/get' && entityName === 'person';
    await expect(anna().log(TODAY)).resolves.toMatchObject({ error: { code: 'TRY_LATER' } });
    await expect(anna().user('exportPage')).resolves.toMatchObject({ error: { code: 'TRY_LATER' } });
    expect(app.stored()).toEqual(before);
  });
});

describe('At the limits of storage', () => {
  it('what only reads is told to try later beyond the quota, and what is written waits for its end', async () => {
    const busy = await openTestForge({ callMs: 0 });
    const person = personOf(busy, PEOPLE.anna);
    await person.log(TODAY);
    let answer = await person.user('listEntries');
    for (let n = 0; n < 1000 && !answer.error; n += 1) answer = await person.user('listEntries');
    expect(answer.error?.code).toBe('TRY_LATER');
    await expect(person.log(TODAY)).resolves.toMatchObject({ daySeconds: 7200 });
    await expect(person.user('listEntries')).resolves.toMatchObject({
      entries: [{ startedOn: TODAY }, { startedOn: TODAY }],
    });
    await busy.close();
  });

  it('both meanings of a condition on a missing row give the same results', async () => {
    for (const meaning of ['fails', 'passes', 'evaluated'] as const) {
      app.forge.storage.settings.conditionOnMissingRow = meaning;
      const { entry } = await anna().log(TODAY);
      await Promise.all([anna().user('deleteEntries', { ids: [entry.id] }), anna().log(TODAY, '2h')]);
      await anna().user('eraseMyData', { receiptHash: 'ab'.repeat(32) });
      await app.forge.queue.settle({ delayed: true });
      expect(app.stored('person')).toEqual([]);
      expect(entries()).toEqual([]);
    }
  });
});
