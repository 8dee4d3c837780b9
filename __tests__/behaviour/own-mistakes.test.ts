import { Queue } from '@forge/events';
import { kvs } from '@forge/kvs';
import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';
import { CODE, hashOf } from './receipt-files';
import { secondsOf, send, signedRequest } from './webhook-caller';

const app = useForge();
const HOUR_MS = 3600_000;
const DAY_MS = 24 * HOUR_MS;
const anna = () => app.person(PEOPLE.anna);
const listed = async () => (await app.person(PEOPLE.admin).admin('listErasures')).erasures[0];
const consumed = () => app.forge.invocations.list().filter(({ source }) => source === 'consumer');
const logged = () => app.forge.invocations.list().flatMap(({ logs }) => logs);

/** What code does that calls something which is not there, in the midst of our way to storage. */
function mistake(): never {
  throw new TypeError('records.map is not a function');
}

afterEach(() => jest.restoreAllMocks());

describe('A mistake of ours', () => {
  it('in what a person asks for is logged as one, and they are not told that storage is busy', async () => {
    await anna().log('2026-02-27');
    jest.spyOn(kvs, 'batchGet').mockImplementation(mistake);
    const { error } = await anna().user('getOverview');
    expect(error).toEqual({ code: 'TRY_LATER', says: { key: 'refused.failed-unchanged' } });
    expect(logged()).toContain('LOG {"event":"resolver-failed","kind":"TypeError"}');
    expect(logged().join()).not.toContain('storage-busy');
  });

  it('in a job fails it, is logged with its kind, and goes through once it is put right', async () => {
    await anna().log('2026-02-27');
    await anna().user('eraseMyData', { receiptHash: hashOf(CODE) });
    const spy = jest.spyOn(kvs, 'transact').mockImplementation(mistake);
    await app.forge.queue.settle();
    expect(consumed().map(({ outcome }) => outcome)).toEqual(['error']);
    expect(logged()).toContain('LOG {"event":"job-failed","job":"erasure","kind":"TypeError"}');
    spy.mockRestore();
    await app.forge.clock.advance(HOUR_MS);
    expect(await listed()).toMatchObject({ state: 'done' });
  });

  it('in a job is not tried for ever: the erasure is stuck, and says that the fault is ours', async () => {
    await anna().log('2026-02-27');
    await anna().user('eraseMyData', { receiptHash: hashOf(CODE) });
    const entity = kvs.entity.bind(kvs);
    const spy = jest
      .spyOn(kvs, 'entity')
      .mockImplementation((name) => (name === 'time-entry' ? mistake() : entity(name)));
    await app.forge.clock.advance(23 * HOUR_MS);
    expect(await listed()).toMatchObject({ state: 'fenced', problem: 'unexpected' });
    const deliveries = consumed().length;
    expect(deliveries).toBeLessThan(150);
    for (let day = 0; day < 3; day += 1) await app.forge.clock.advance(DAY_MS);
    expect(await listed()).toMatchObject({ state: 'stuck', problem: 'unexpected' });
    expect(app.forge.queue.dropped().map(({ reason }) => reason)).toContain('retention');
    spy.mockRestore();
    await app.forge.schedule.run('daily');
    await app.forge.clock.advance(HOUR_MS);
    expect(await listed()).toMatchObject({ state: 'done' });
  });

  it.each([
    ['before it is noted', () => jest.spyOn(kvs, 'transact')],
    ['when it is handed over', () => jest.spyOn(Queue.prototype, 'push')],
  ])('in a call of the webhook, %s, is logged with its kind', async (_, spyOn) => {
    const { secret } = await app.person(PEOPLE.admin).admin('enableWebhook');
    const accounts = [{ accountId: PEOPLE.anna, status: 'closed' }];
    const body = JSON.stringify({ subject_request_id: 'request-1', accounts });
    const spy = spyOn().mockImplementation(mistake);
    const request = signedRequest(secret, { body, timestamp: secondsOf(app.forge) });
    expect(await send(app.forge, request)).toBe('503 try-later');
    expect(logged()).toContain('LOG {"event":"webhook-failed","kind":"TypeError"}');
    spy.mockRestore();
  });
});
