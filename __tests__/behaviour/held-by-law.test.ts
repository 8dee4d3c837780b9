import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';

const app = useForge();
const anna = () => app.person(PEOPLE.anna);
const admin = () => app.person(PEOPLE.admin);
const restrict = (restricted: boolean) =>
  admin().admin('setRestrictionOf', { accountId: PEOPLE.anna, reason: 'legal-duty', restricted });

describe('A hold for a legal duty', () => {
  const receiptHash = 'a'.repeat(64);
  const events = () => app.stored('audit').map(({ value }) => (value as { event: string }).event);
  beforeEach(async () => {
    await anna().log('2026-02-27');
    await restrict(true);
  });

  it('makes a request of the person’s wish to have everything erased, and says so before', async () => {
    expect(await anna().user('previewErasure')).toMatchObject({ needsApproval: true, heldByLaw: true });
    const { request } = await anna().user('eraseMyData', { receiptHash });
    expect(request).toMatchObject({ type: 'erasure', status: 'open' });
    await app.forge.queue.settle({ delayed: true });
    expect(app.stored('time-entry')).toHaveLength(1);
    expect(app.stored('erasure')).toEqual([]);
    expect(events()).toContain('request-opened');
  });

  it('lets an administrator grant that request', async () => {
    const { request } = await anna().user('eraseMyData', { receiptHash });
    const which = { accountId: PEOPLE.anna, type: 'erasure', id: request?.id };
    await admin().admin('decideRequest', { ...which, decision: 'approve' });
    await app.forge.queue.settle({ delayed: true });
    expect(app.stored('time-entry')).toEqual([]);
  });

  it('refuses to delete single entries', async () => {
    const { entries } = await anna().user('listEntries');
    expect(entries).toMatchObject([{ held: true, locked: true }]);
    const { error } = await anna().user('deleteEntries', { ids: entries.map(({ id }) => id) });
    expect(error?.says.key).toBe('refused.kept-by-law');
    expect(app.stored('time-entry')).toHaveLength(1);
  });

  it('ends with the restriction', async () => {
    await restrict(false);
    expect(JSON.stringify(app.stored('standing'))).not.toContain('restrictedFor');
    expect(await anna().user('previewErasure')).not.toHaveProperty('needsApproval');
    expect(await anna().user('eraseMyData', { receiptHash })).toMatchObject({ state: 'fenced' });
  });
});
