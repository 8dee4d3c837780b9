import fc from 'fast-check';
import type { ExportPage, Overview } from '../../src/contract';
import type { ErasureJob } from '../../src/privacy/data-sets/erasure-job';
import type { TakenRequest } from '../../src/privacy/data-sets/webhook-request';
import { PEOPLE } from '../setup/test-site';
import { BARE_CODE, CODE, hashOf } from './receipt-files';
import { useWebhook } from './webhook-scene';

const scene = useWebhook();
const { app, admin, bodyOf, closed, call } = scene;
const DAY_MS = 86_400_000;
const anna = () => app.person(PEOPLE.anna);

/** The records of one kind in somebody's export, after it was seen to be complete by its own counts. */
async function exported(accountId: string, dataSet: string): Promise<ExportPage['parts'][number]['records']> {
  const { parts, counts, next } = await app.person(accountId).user('exportPage');
  expect(next).toBeUndefined();
  expect(Object.fromEntries(parts.map((part) => [part.dataSet, part.records.length]))).toEqual(counts);
  return parts.find((part) => part.dataSet === dataSet)?.records ?? [];
}

const held = ({ dataSets }: Overview, name: string): number =>
  dataSets.find((set) => set.name === name)?.records ?? 0;

/** From now on storage does not give out a single entry. */
function failEntries(): () => void {
  const { settings } = app.forge.storage;
  settings.partialBatchFailure = (path, _, entity) => path === 'batch/get' && entity === 'time-entry';
  return () => void (settings.partialBatchFailure = () => false);
}

const storedJob = (): ErasureJob => app.stored('erasure')[0]?.value as ErasureJob;

describe('The export of somebody whose erasure runs', () => {
  it('holds how far it is, also where it is stuck, and no code of anybody', async () => {
    const recover = failEntries();
    const { id } = await anna().user('eraseMyData', { receiptHash: hashOf(CODE) });
    const again = { accountId: PEOPLE.anna, reason: 'person-asked', receiptHash: hashOf(`${BARE_CODE}2`) };
    await admin().admin('erasePerson', again);
    expect(await exported(PEOPLE.anna, 'erasure')).toMatchObject([
      {
        subject: PEOPLE.anna,
        state: 'fenced',
        askedBy: 'person',
        expected: expect.stringMatching(/time-entry: 1/) as string,
      },
    ]);
    for (let day = 0; day < 3; day += 1) await app.forge.clock.advance(DAY_MS);
    const [stuck] = await exported(PEOPLE.anna, 'erasure');
    expect(stuck).toMatchObject({ subject: PEOPLE.anna, state: 'stuck', problem: 'stood-still' });
    expect(await anna().user('getOverview')).toMatchObject({ erasing: { id, state: 'stuck' } });
    const { receiptHash = '', furtherCodes = [] } = storedJob();
    expect(furtherCodes).toHaveLength(1);
    const text = JSON.stringify(await anna().user('exportPage'));
    for (const code of [receiptHash, ...furtherCodes.map((one) => one.receiptHash)]) {
      expect(text).not.toContain(code);
    }
    recover();
    await app.forge.clock.advance(DAY_MS);
    expect(storedJob()).toMatchObject({ state: 'confirmed' });
    expect(await exported(PEOPLE.anna, 'erasure')).toEqual([]);
    expect(await exported(PEOPLE.anna, 'marker')).toHaveLength(1);
  });

  it('is nobody else’s, and another’s is not theirs', async () => {
    app.forge.queue.mode.losses = 1;
    await anna().user('eraseMyData', { receiptHash: hashOf(CODE) });
    for (const other of [PEOPLE.ben, PEOPLE.noData, PEOPLE.admin]) {
      expect(await exported(other, 'erasure')).toEqual([]);
    }
  });

  it('tells of one that an administrator asked for and that has not begun, as the view does, and not by whom', async () => {
    app.forge.queue.mode.losses = 1;
    const people = [{ accountId: PEOPLE.anna, receiptHash: hashOf(CODE) }];
    await admin().admin('erasePeople', { people, reason: 'left-organisation' });
    const { by = '', state } = storedJob();
    expect(state).toBe('asked');
    const [record] = await exported(PEOPLE.anna, 'erasure');
    expect(record).toMatchObject({ state, askedBy: 'administrator', reason: 'left-organisation' });
    expect(by).not.toBe('');
    expect(JSON.stringify(await anna().user('exportPage'))).not.toContain(by);
    expect(held(await anna().user('getOverview'), 'erasure')).toBe(1);
    expect(await exported(PEOPLE.ben, 'erasure')).toEqual([]);
  });
});

const rows = (): TakenRequest[] => app.stored('webhook-request').map(({ value }) => value as TakenRequest);
const digestsStored = (): string[] =>
  rows().flatMap(({ waiting = [] }) => waiting.map(({ digest }) => digest));

describe('The export of somebody whom the webhook announced', () => {
  it('holds each message that waits, as the view does, and none that was carried out', async () => {
    app.forge.queue.mode.losses = 2;
    await call(closed(PEOPLE.anna, PEOPLE.ben));
    await app.forge.clock.advance(1000);
    const accounts = [{ accountId: PEOPLE.anna }];
    await call(bodyOf({ subject_request_type: 'erasure', accounts }));
    const messages = await exported(PEOPLE.anna, 'webhook-request');
    expect(messages.map(({ what }) => what)).toEqual(['closed', 'erasure']);
    const overview = await anna().user('getOverview');
    expect(held(overview, 'webhook-request')).toBe(2);
    expect(overview.announced).toEqual(messages.map(({ what, begunAt }) => ({ what, at: begunAt })));
    expect(JSON.stringify(messages)).not.toContain(rows()[0]?.claim);
    await app.forge.clock.advance(2 * DAY_MS);
    expect(await exported(PEOPLE.anna, 'webhook-request')).toEqual([]);
    expect((await anna().user('getOverview')).announced).toBeUndefined();
  });

  it('does not hold what an index still lists and was carried out', async () => {
    app.forge.storage.settings.queryLagMs = 120_000;
    app.forge.queue.mode.extraDelayMs = 300_000;
    await call(closed(PEOPLE.anna));
    await app.forge.clock.advance(240_000);
    expect(await exported(PEOPLE.anna, 'webhook-request')).toHaveLength(1);
    while (digestsStored().length > 0) await app.forge.clock.advance(10_000);
    expect(await exported(PEOPLE.anna, 'webhook-request')).toEqual([]);
  });

  it('holds what waits of somebody who has no data here, or whose erasure runs, too', async () => {
    app.forge.queue.mode.losses = 2;
    await call(closed(PEOPLE.noData, PEOPLE.anna));
    await anna().user('eraseMyData', { receiptHash: hashOf(CODE) });
    expect(await exported(PEOPLE.noData, 'webhook-request')).toMatchObject([{ what: 'closed' }]);
    expect(await exported(PEOPLE.anna, 'webhook-request')).toMatchObject([{ what: 'closed' }]);
    expect((await app.person(PEOPLE.noData).user('getOverview')).announced).toHaveLength(1);
  });

  it('gives each stored code to its person alone, whoever is named in whichever call', async () => {
    const people = [PEOPLE.anna, PEOPLE.ben, PEOPLE.chloe, PEOPLE.noData] as const;
    app.forge.queue.mode.losses = 1000;
    const expected = new Map<string, string[]>(people.map((one) => [one, []]));
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.constantFrom(...people), { minLength: 1 }),
        fc.constantFrom('access', 'erasure', 'portability', 'closed', 'updated'),
        async (named, what) => {
          const isStatus = what === 'closed' || what === 'updated';
          const accounts = named.map((accountId) => ({ accountId, ...(isStatus && { status: what }) }));
          const body = bodyOf({ accounts, ...(!isStatus && { subject_request_type: what }) });
          expect(await call(body)).toBe('202 accepted');
          for (const one of named) expected.get(one)?.push(what);
          await app.forge.clock.advance(1000, { deliver: false });
          const given: unknown[] = [];
          for (const one of people) {
            const messages = await exported(one, 'webhook-request');
            expect(messages.map((message) => message['what'])).toEqual(expected.get(one));
            given.push(...messages.map(({ digest }) => digest));
          }
          expect(given.sort()).toEqual(digestsStored().sort());
        },
      ),
      { numRuns: 25 },
    );
  });
});
