import { MOST_ACCOUNTS, type TakenRequest } from '../../src/privacy/data-sets/webhook-request';
import { PEOPLE } from '../setup/test-site';
import { useWebhook } from './webhook-scene';

const { app, closed, call } = useWebhook();
const anna = () => app.person(PEOPLE.anna);

/** So many calls of others wait, each with as many accounts as a call may name, as after hours with a stolen key. */
async function letWait(calls: number): Promise<void> {
  const { storageId } = app.forge.installations.get();
  const now = app.forge.clock.now();
  const rows = Array.from({ length: calls }, (_, n) => {
    const at = new Date(now + n).toISOString();
    const digest = (m: number) => (n * MOST_ACCOUNTS + m).toString(16).padStart(16, '0');
    const value: TakenRequest = {
      version: 1,
      claim: `claim-${String(n).padStart(20, '0')}`,
      accepted: true,
      begunAt: at,
      waitingSince: at,
      endsAt: '2026-04-01T00:00:00.000Z',
      waiting: Array.from({ length: MOST_ACCOUNTS }, (__, m) => ({ what: 'closed', digest: digest(m) })),
    };
    const key = String(n).padStart(64, '0');
    return { store: 'entity', entityName: 'webhook-request', key, value } as const;
  });
  await app.forge.storage.load(storageId, rows);
}

const queries = (): number => app.forge.invocations.list().at(-1)?.calls['kvs /api/v1/entity/query'] ?? 0;

describe('Where very much waits that the webhook announced', () => {
  beforeEach(async () => {
    app.forge.queue.mode.losses = 1;
    await call(closed(PEOPLE.anna));
    await app.forge.clock.advance(1000);
    await letWait(300);
  });

  it('My data still opens, for a share of what Forge grants the site for a minute', async () => {
    for (let opened = 0; opened < 6; opened += 1) {
      expect((await anna().user('getOverview')).announced).toMatchObject([{ what: 'closed' }]);
      expect(queries()).toBeLessThanOrEqual(6);
    }
  });

  it('an export comes later, and not without it', async () => {
    expect(await anna().user('exportPage')).toEqual({
      error: { code: 'TRY_LATER', says: { key: 'refused.busy-unchanged' } },
    });
  });
});
