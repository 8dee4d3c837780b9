import { createHash } from 'node:crypto';
import type { JobView } from '../../src/contract';
import { PEOPLE } from '../setup/test-site';
import { useForge, type TestApp } from '../setup/use-forge';
import { BARE_CODE, CODE, hashOf } from './receipt-files';

const { anna, admin: ADMIN } = PEOPLE;
const DAY_MS = 86_400_000;
const THEIRS = CODE.replace(/AB$/, 'A1');
const bare = (code: string): string => code.replaceAll('-', '');

const erasedBy = (app: TestApp, code: string): Promise<JobView & { error?: object }> =>
  app
    .person(ADMIN)
    .admin('erasePerson', { accountId: anna, reason: 'left-organisation', receiptHash: hashOf(code) });
const erasedByThemselves = (app: TestApp, code: string) =>
  app.person(anna).user('eraseMyData', { receiptHash: hashOf(code) });
const checked = (app: TestApp, code: string) => app.person(anna).user('checkReceipt', { code: bare(code) });

/** Both codes lead to a receipt of the one erasure. */
async function expectBothValid(app: TestApp): Promise<void> {
  const [own, others] = [await checked(app, CODE), await checked(app, THEIRS)];
  expect([own.state, others.state]).toEqual(['valid', 'valid']);
  if (own.state !== 'valid' || others.state !== 'valid') return;
  expect(own.receipt.erased).toEqual(others.receipt.erased);
  expect(own.receipt.number).not.toBe(others.receipt.number);
}

describe('Somebody whom an administrator is erasing already, and who erases everything themselves', () => {
  const app = useForge();

  it.each([0, 30])('can check their receipt, %d seconds after the first asked', async (seconds) => {
    await app.person(anna).log('2026-02-27');
    const { id } = await erasedBy(app, THEIRS);
    await app.forge.clock.advance(seconds * 1000);
    expect(await erasedByThemselves(app, CODE)).toMatchObject({ id });
    await app.forge.clock.advance(300_000);
    await expectBothValid(app);
    expect(app.stored('receipt')).toHaveLength(2);
  });

  it('does not hold up an erasure that waits longer than one event of the queue can', async () => {
    await app.person(anna).log('2026-02-27');
    app.forge.storage.settings.queryLagMs = 40 * 60_000;
    await erasedBy(app, THEIRS);
    await app.forge.clock.advance(33 * 60_000);
    await erasedByThemselves(app, CODE);
    await app.forge.clock.advance(33 * 60_000);
    expect(app.stored('receipt')).toHaveLength(2);
    await app.forge.clock.advance(60 * 60_000);
    await expectBothValid(app);
  });

  it('is given the receipt of their own code, whole and by itself', async () => {
    await app.person(anna).log('2026-02-27');
    const { id } = await erasedBy(app, THEIRS);
    await erasedByThemselves(app, CODE);
    await app.forge.clock.advance(300_000);
    const own = await checked(app, CODE);
    const { receipt } = await app.person(anna).user('getJob', { id, receiptHash: hashOf(CODE) });
    expect(own).toEqual({ state: 'valid', receipt });
    expect((await app.person(anna).user('getJob', { id })).receipt?.receiptHash).not.toBe(
      receipt?.receiptHash,
    );
  });

  it('gives an erasure that no browser asked for its first code', async () => {
    await app.person(anna).log('2026-02-27');
    const { id } = await app.person(anna).user('openRequest', { type: 'erasure' });
    const which = { accountId: anna, type: 'erasure', id };
    await app.person(ADMIN).admin('decideRequest', { ...which, decision: 'approve' });
    await erasedByThemselves(app, CODE);
    await app.forge.clock.advance(300_000);
    expect(await checked(app, CODE)).toMatchObject({ state: 'valid', receipt: { askedBy: 'person' } });
    expect(app.stored('receipt')).toHaveLength(1);
  });

  it('has one receipt for a code that comes twice, and is refused a sixth code', async () => {
    await app.person(anna).log('2026-02-27');
    await erasedBy(app, THEIRS);
    await erasedBy(app, THEIRS);
    const codes = ['A2', 'A3', 'A4', 'A5', 'A6'].map((end) => CODE.replace(/AB$/, end));
    const answers = [];
    for (const code of codes) answers.push(await erasedByThemselves(app, code));
    const refusals = answers.flatMap(({ error }) => (error ? [error.code] : []));
    expect(refusals).toEqual(['CONFLICT']);
    await app.forge.clock.advance(300_000);
    expect(app.stored('receipt')).toHaveLength(5);
    for (const code of codes.slice(0, 4)) expect(await checked(app, code)).toMatchObject({ state: 'valid' });
  });
});

describe('What the browser sends as the hash of a code', () => {
  const app = useForge();

  it('is stored nowhere: it could be anything that a client chose', async () => {
    const sent = createHash('sha256').update(BARE_CODE).digest('hex');
    await app.person(anna).log('2026-02-27');
    await app.person(anna).user('eraseMyData', { receiptHash: sent });
    expect(JSON.stringify(app.stored())).not.toContain(sent);
    await app.forge.clock.advance(300_000);
    expect(app.stored('receipt')).toHaveLength(1);
    expect(JSON.stringify(app.stored())).not.toContain(sent);
    expect(await checked(app, CODE)).toMatchObject({ state: 'valid' });
  });

  it('is stored nowhere either where an administrator approves the erasure first', async () => {
    const sent = hashOf(CODE);
    await app
      .person(ADMIN)
      .admin('saveSettings', { retentionDays: {}, selfErasure: 'after-approval', removedDays: 0 });
    await app.person(anna).log('2026-02-27');
    expect(await app.person(anna).user('eraseMyData', { receiptHash: sent })).toHaveProperty('request');
    expect(JSON.stringify(app.stored('request'))).toContain('receiptHash');
    expect(JSON.stringify(app.stored())).not.toContain(sent);
  });

  it.each(['5b10a2844c201657', anna, 'A'.repeat(64), ''])(
    'is refused where it is no SHA-256: %s',
    async (sent) => {
      await app.person(anna).log('2026-02-27');
      expect(await app.person(anna).user('eraseMyData', { receiptHash: sent })).toMatchObject({
        error: { code: 'INVALID' },
      });
    },
  );
});

describe('An administrator and the person at the same moment', () => {
  const app = useForge({ callMs: { min: 20, max: 60 } });

  it('both get a receipt', async () => {
    await app.person(anna).log('2026-02-27');
    const jobs = await Promise.all([erasedBy(app, THEIRS), erasedByThemselves(app, CODE)]);
    expect(new Set(jobs.map(({ id }) => id)).size).toBe(1);
    await app.forge.clock.advance(300_000);
    await expectBothValid(app);
  });
});

describe('Somebody whose erasure administrators noted, and who erases everything before it begins', () => {
  const app = useForge();
  const noted = (code: string) =>
    app.person(ADMIN).admin('erasePeople', {
      people: [{ accountId: anna, receiptHash: hashOf(code) }],
      reason: 'left-organisation',
    });

  it('leaves each of them a receipt of the one erasure', async () => {
    await app.person(anna).log('2026-02-27');
    const others = ['N', 'P', 'Q'].map((end) => `${CODE}${end}`);
    for (const code of others) await noted(code);
    await erasedByThemselves(app, CODE);
    await app.forge.clock.advance(300_000);
    const states: string[] = [];
    for (const code of [CODE, ...others]) states.push((await checked(app, code)).state);
    expect(states).toEqual(['valid', 'valid', 'valid', 'valid']);
    expect(app.stored('erasure')).toHaveLength(1);
  });

  it.each([
    ['the person themselves', () => erasedByThemselves(app, CODE)],
    ['an administrator alone', () => erasedBy(app, CODE)],
  ])('leaves each of them a receipt where the queue lost what was noted, by %s', async (_, erase) => {
    await app.person(anna).log('2026-02-27');
    app.forge.queue.mode.losses = 1;
    await noted(THEIRS);
    await app.forge.queue.settle();
    app.forge.queue.mode.losses = 0;
    const { id } = await erase();
    await app.forge.clock.advance(DAY_MS);
    await expectBothValid(app);
    expect(app.stored('erasure')).toMatchObject([{ key: id, value: { state: 'confirmed' } }]);
  });

  it('erases at once where as many asked as can get a receipt, and says so', async () => {
    await app.person(anna).log('2026-02-27');
    app.forge.queue.mode.losses = 1;
    for (const end of ['A2', 'A3', 'A4', 'A5', 'A6']) await noted(CODE.replace(/AB$/, end));
    await app.forge.queue.settle();
    app.forge.queue.mode.losses = 0;
    expect(await erasedByThemselves(app, CODE)).toMatchObject({ error: { code: 'CONFLICT' } });
    expect(app.stored('person').map(({ key }) => key)).not.toContain(anna);
    await app.forge.clock.advance(300_000);
    expect(app.stored('receipt')).toHaveLength(5);
  });
});
