import { sha256 } from '../../src/privacy/digest';
import type { MyRequest } from '../../src/contract';
import { SHORT_PAGES } from '../setup/test-forge';
import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';

const app = useForge({ storage: SHORT_PAGES });
const TODAY = '2026-03-02';
const DAY_MS = 86_400_000;
const anna = () => app.person(PEOPLE.anna);
const admin = () => app.person(PEOPLE.admin);
const CODE = '7'.repeat(32);
const receiptHash = sha256(CODE);

async function needApproval(): Promise<void> {
  const { error } = await admin().admin('saveSettings', {
    retentionDays: {},
    selfErasure: 'after-approval',
    removedDays: 30,
  });
  expect(error).toBeUndefined();
}

async function erasureAsked() {
  await needApproval();
  await anna().log(TODAY);
  const { request } = await anna().user('eraseMyData', { receiptHash });
  return { accountId: PEOPLE.anna, type: 'erasure' as const, id: request?.id };
}

const mine = async (): Promise<MyRequest[]> => (await anna().user('listMyRequests')).requests;
const settle = () => app.forge.queue.settle({ delayed: true });

describe('Erasing one’s own data after approval', () => {
  it('is announced in the preview, and makes a request instead of beginning', async () => {
    const which = await erasureAsked();
    await expect(anna().user('previewErasure')).resolves.toMatchObject({ needsApproval: true });
    expect(await mine()).toMatchObject([{ type: 'erasure', status: 'open', id: which.id }]);
    await settle();
    expect(app.stored('time-entry')).toHaveLength(1);
    expect(app.stored('erasure')).toEqual([]);
  });

  it('begins with the approval, takes the request along, and leaves the receipt to the person’s code', async () => {
    const which = await erasureAsked();
    const { job } = await admin().admin('decideRequest', { ...which, decision: 'approve' });
    expect(job).toMatchObject({ askedBy: 'person', state: 'fenced' });
    await settle();
    expect(JSON.stringify(app.stored())).not.toContain(PEOPLE.anna);
    await expect(anna().user('checkReceipt', { code: CODE })).resolves.toMatchObject({ state: 'valid' });
    const receipts = app.stored('receipt').map(({ value }) => value);
    expect(receipts).toMatchObject([
      { receiptHash: sha256(receiptHash), askedBy: 'person', erased: { request: 1 } },
    ]);
  });

  it('takes the receipt code that was shown last', async () => {
    await erasureAsked();
    const { request } = await anna().user('eraseMyData', { receiptHash: sha256('LATER') });
    expect(app.stored('request')).toMatchObject([
      { value: { receiptHash: sha256(sha256('LATER')), id: request?.id } },
    ]);
  });

  it('begins once, of two approvals at once', async () => {
    const which = await erasureAsked();
    const answers = await Promise.all(
      [1, 2].map(() => admin().admin('decideRequest', { ...which, decision: 'approve' })),
    );
    expect(answers.some(({ job }) => job !== undefined)).toBe(true);
    await settle();
    expect(app.stored('erasure')).toHaveLength(1);
    expect(app.stored('receipt')).toHaveLength(1);
  });

  it('killed at any call of the approval, is either still to be decided or goes through by itself', async () => {
    const ends = new Set<string>();
    for (let nth = 1; nth <= 12; nth += 1) {
      for (const when of ['before', 'after'] as const) {
        const which = await erasureAsked();
        app.forge.faults.crashAt(nth, when);
        const approval = admin().admin('decideRequest', { ...which, decision: 'approve' });
        await approval.catch(() => undefined);
        app.forge.faults.clear();
        await app.forge.schedule.run('daily');
        await app.forge.clock.advance(2 * DAY_MS);
        const open = (await mine()).some(({ status }) => status === 'open');
        ends.add(open ? 'open' : 'erased');
        expect(app.stored('time-entry')).toHaveLength(open ? 1 : 0);
        if (open) await admin().admin('decideRequest', { ...which, decision: 'approve' });
        await app.forge.clock.advance(2 * DAY_MS);
        expect(JSON.stringify(app.stored())).not.toContain(PEOPLE.anna);
      }
    }
    expect(ends).toEqual(new Set(['open', 'erased']));
  });

  it('changes nothing about deleting at once where that is the setting', async () => {
    await anna().log(TODAY);
    expect(await anna().user('previewErasure')).not.toHaveProperty('needsApproval');
    await expect(anna().user('eraseMyData', { receiptHash })).resolves.toMatchObject({ state: 'fenced' });
    expect(app.stored('request')).toEqual([]);
  });

  it('gives the erasure that runs already, and finds nothing where nothing is kept', async () => {
    const which = await erasureAsked();
    const { job } = await admin().admin('decideRequest', { ...which, decision: 'approve' });
    await expect(anna().user('eraseMyData', { receiptHash })).resolves.toMatchObject({ id: job?.id });
    const answer = await app.person(PEOPLE.noData).user('eraseMyData', { receiptHash });
    expect(answer.error?.code).toBe('NOT_FOUND');
  });
});
