import { hashOf, erasedPeople, CODE } from './receipt-files';
import { SHORT_PAGES } from '../setup/test-forge';
import type { ErasureJob } from '../../src/privacy/data-sets/erasure-job';
import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';

const app = useForge({ storage: SHORT_PAGES });
const reason = 'left-organisation';
const everyone = [PEOPLE.anna, PEOPLE.ben, PEOPLE.chloe];

const admin = () => app.person(PEOPLE.admin);
const jobOf = (id: string) => admin().admin('getJob', { id });
const asked = (accountIds: readonly string[]) =>
  accountIds.map((accountId, at) => ({ accountId, receiptHash: hashOf(`${CODE}${at}`) }));

describe('erasing many people at once', () => {
  beforeEach(async () => {
    for (const accountId of everyone) await app.person(accountId).log('2026-02-27');
  });

  it('notes an erasure for each, which the queue begins; someone without data does not stop the others', async () => {
    const people = asked([PEOPLE.anna, PEOPLE.noData, PEOPLE.ben]);
    const { answers } = await admin().admin('erasePeople', { people, reason });
    expect(answers.map(({ accountId, job, error }) => [accountId, job?.state ?? error?.code])).toEqual([
      [PEOPLE.anna, 'asked'],
      [PEOPLE.noData, 'NOT_FOUND'],
      [PEOPLE.ben, 'asked'],
    ]);
    expect(app.stored('person').map(({ key }) => key)).toEqual(expect.arrayContaining(everyone));
    await app.forge.clock.advance(300_000);
    const stored = JSON.stringify(app.stored());
    expect(stored).not.toContain(PEOPLE.anna);
    expect(stored).not.toContain(PEOPLE.ben);
    expect(stored).toContain(PEOPLE.chloe);
    const ended = await Promise.all(answers.flatMap(({ job }) => (job ? [jobOf(job.id)] : [])));
    expect(ended.map(({ state }) => state)).toEqual(['done', 'done']);
  });

  it('gives each a receipt of its own, by its own code', async () => {
    await admin().admin('erasePeople', { people: asked(everyone), reason });
    await app.forge.clock.advance(300_000);
    for (const at of [0, 1, 2]) {
      const code = `${CODE}${at}`.replaceAll('-', '');
      const answer = await admin().admin('checkReceipt', { code });
      expect(answer).toMatchObject({ state: 'valid', receipt: { askedBy: 'administrator' } });
    }
  });

  it('writes a line with the reason for each when it begins, and keeps the reason nowhere else', async () => {
    await admin().admin('erasePeople', { people: asked(everyone), reason });
    await app.forge.queue.settle();
    const { rows } = await admin().admin('getAuditLog', {});
    const lines = rows.filter(({ event }) => event === 'erasure-asked');
    expect(lines).toHaveLength(3);
    expect(lines.every((line) => line.role === 'administrator' && line.reason === reason)).toBe(true);
    expect(JSON.stringify(app.stored('erasure'))).not.toContain(reason);
  });

  it('asked twice, or with someone twice, begins one erasure for each, with a receipt for each code', async () => {
    const first = await admin().admin('erasePeople', { people: asked([PEOPLE.anna, PEOPLE.anna]), reason });
    const again = await admin().admin('erasePeople', {
      people: [{ accountId: PEOPLE.anna, receiptHash: hashOf(`${CODE}9`) }],
      reason,
    });
    const jobs = [...first.answers, ...again.answers].map(({ job }) => job?.id);
    expect(new Set(jobs).size).toBe(1);
    await app.forge.clock.advance(300_000);
    expect(app.stored('erasure')).toHaveLength(1);
    for (const at of [0, 1, 9]) {
      const code = `${CODE}${at}`.replaceAll('-', '');
      expect(await admin().admin('checkReceipt', { code })).toMatchObject({ state: 'valid' });
    }
  });

  it('is begun by the daily run where the queue loses it, and never counts as held up before', async () => {
    app.forge.queue.mode.losses = 1;
    await admin().admin('erasePeople', { people: asked([PEOPLE.anna]), reason });
    await app.forge.clock.advance(4 * 86_400_000);
    expect((await admin().admin('listErasures')).erasures.map(({ state }) => state)).toEqual(['asked']);
    app.forge.queue.mode.losses = 0;
    await app.forge.clock.advance(2 * 86_400_000);
    expect(JSON.stringify(app.stored())).not.toContain(PEOPLE.anna);
  });

  it('leaves alone who erased themselves meanwhile and came back, and nothing is left of the wish', async () => {
    app.forge.queue.mode.losses = 1;
    await admin().admin('erasePeople', { people: asked([PEOPLE.anna]), reason });
    await app.forge.queue.settle();
    app.forge.queue.mode.losses = 0;
    await app.person(PEOPLE.anna).user('eraseMyData', { receiptHash: hashOf(`${CODE}8`) });
    await app.forge.queue.settle({ delayed: true });
    await app.person(PEOPLE.anna).log('2026-02-27');
    await app.forge.clock.advance(2 * 86_400_000);
    expect(app.stored('person').map(({ key }) => key)).toContain(PEOPLE.anna);
    expect(app.stored('erasure').filter(({ value }) => (value as ErasureJob).state === 'asked')).toEqual([]);
  });

  it('leaves alone who restricted the use meanwhile, unless the reason allows it', async () => {
    await admin().admin('erasePeople', { people: asked([PEOPLE.anna]), reason });
    await admin().admin('erasePeople', { people: asked([PEOPLE.ben]), reason: 'legal-duty' });
    for (const accountId of [PEOPLE.anna, PEOPLE.ben])
      await app.person(accountId).user('setRestriction', { restricted: true });
    await app.forge.clock.advance(2 * 86_400_000);
    const kept = app.stored('person').map(({ key }) => key);
    expect(kept).toEqual(expect.arrayContaining([PEOPLE.anna, PEOPLE.chloe]));
    expect(kept).not.toContain(PEOPLE.ben);
    expect(app.stored('time-entry')).toHaveLength(2);
    expect(app.stored('erasure').filter(({ value }) => (value as ErasureJob).state === 'asked')).toEqual([]);
  });

  it('joins an erasure that began meanwhile: the code of each who asked has a receipt', async () => {
    app.forge.queue.mode.losses = 1;
    const { answers } = await admin().admin('erasePeople', { people: asked([PEOPLE.anna]), reason });
    await app.person(PEOPLE.anna).user('eraseMyData', { receiptHash: hashOf(`${CODE}8`) });
    app.forge.queue.mode.losses = 0;
    await admin().admin('retryErasure', { id: answers[0]?.job?.id });
    await app.forge.clock.advance(2 * 86_400_000);
    expect(app.stored('erasure')).toHaveLength(1);
    for (const at of [0, 8]) {
      const code = `${CODE}${at}`.replaceAll('-', '');
      expect(await admin().admin('checkReceipt', { code })).toMatchObject({ state: 'valid' });
    }
  });

  it('tells who could not be noted where storage takes nothing, and begins nothing', async () => {
    const silent = { kind: 'answer', status: 500 } as const;
    app.forge.faults.add({ remote: 'kvs', path: /transaction/, outcome: silent });
    const { answers } = await admin().admin('erasePeople', { people: asked(everyone), reason });
    expect(answers.map(({ error }) => error?.code)).toEqual(['TRY_LATER', 'TRY_LATER', 'TRY_LATER']);
    expect(app.stored('person')).toHaveLength(3);
    expect(app.stored('erasure')).toEqual([]);
  });

  it('takes at most 50 at once', async () => {
    const people = asked(Array.from({ length: 51 }, (_, at) => `${PEOPLE.anna.slice(0, -2)}${at + 10}`));
    expect(await admin().admin('erasePeople', { people, reason })).toMatchObject({
      error: { code: 'INVALID' },
    });
  });
});

describe('the list of erasures', () => {
  it('shows those under way before those that have ended, and nobody by name', async () => {
    await erasedPeople(app, [PEOPLE.anna]);
    await app.person(PEOPLE.ben).log('2026-02-27');
    await admin().admin('erasePerson', { accountId: PEOPLE.ben, reason, receiptHash: hashOf(CODE) });
    const { erasures, next } = await admin().admin('listErasures', {});
    expect(erasures.map(({ state, askedBy }) => [state, askedBy])).toEqual([
      ['fenced', 'administrator'],
      ['done', 'person'],
    ]);
    expect(next).toBeUndefined();
    expect(JSON.stringify(erasures)).not.toContain(PEOPLE.ben);
  });

  it('comes in pages that neither skip nor repeat, also where many began in the same millisecond', async () => {
    for (const accountId of everyone) await app.person(accountId).log('2026-02-27');
    await admin().admin('erasePeople', { people: asked(everyone), reason });
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await admin().admin('listErasures', { limit: 1, ...(after !== undefined && { after }) });
      seen.push(...page.erasures.map(({ id }) => id));
      after = page.next;
    } while (after !== undefined && seen.length < 10);
    expect(seen.sort()).toEqual(
      app
        .stored('erasure')
        .map(({ key }) => key)
        .sort(),
    );
  });
});

describe('trying a held-up erasure again', () => {
  it('takes up one that the queue lost, without waiting for the daily run', async () => {
    await app.person(PEOPLE.anna).log('2026-02-27');
    app.forge.queue.mode.losses = 1;
    await app.person(PEOPLE.anna).user('eraseMyData', { receiptHash: hashOf(CODE) });
    await app.forge.clock.advance(3600_000);
    const [listed] = (await admin().admin('listErasures')).erasures;
    expect(listed?.state).toBe('fenced');
    app.forge.queue.mode.losses = 0;
    await admin().admin('retryErasure', { id: listed?.id });
    await app.forge.clock.advance(300_000);
    expect((await admin().admin('listErasures')).erasures[0]?.state).toBe('done');
  });

  it('shortens a long wait for late queries to the shortest that there is, and does not skip it', async () => {
    app.forge.storage.settings.queryLagMs = 30 * 60_000;
    await app.person(PEOPLE.anna).log('2026-02-27');
    await app.forge.clock.advance(3_600_000);
    const { id } = await app.person(PEOPLE.anna).user('eraseMyData', { receiptHash: hashOf(CODE) });
    await app.forge.clock.advance(20 * 60_000);
    const job = await admin().admin('getJob', { id });
    const waits = Date.parse(job.continuesAt ?? '') - app.forge.clock.now();
    expect(job.state).toBe('verifying');
    expect(waits).toBeGreaterThan(60_000);
    const again = await admin().admin('retryErasure', { id });
    const left = Date.parse(again.continuesAt ?? '') - app.forge.clock.now();
    expect(left).toBeLessThanOrEqual(60_000);
    expect(left).toBeLessThan(waits);
    // Asked again at once it neither waits longer nor goes on before the minute since the last look is over.
    const third = await admin().admin('retryErasure', { id });
    expect(third.continuesAt).toBe(again.continuesAt);
    await app.forge.clock.advance(3_600_000);
    expect((await admin().admin('getJob', { id })).state).toBe('done');
  });

  it('leaves one that has ended as it is', async () => {
    await erasedPeople(app, [PEOPLE.anna]);
    const [done] = (await admin().admin('listErasures')).erasures;
    const before = app.stored('erasure');
    expect(await admin().admin('retryErasure', { id: done?.id })).toEqual(done);
    expect(app.stored('erasure')).toEqual(before);
  });
});

describe('the chain of receipts', () => {
  it('is read in pages, in the order of numbers, with its end', async () => {
    await erasedPeople(app, everyone);
    const first = await admin().admin('getReceiptChain', { limit: 2 });
    expect(first.links.map(({ number }) => number)).toEqual(['1', '2']);
    const second = await admin().admin('getReceiptChain', { limit: 2, after: first.next });
    expect(second.links.map(({ number }) => number)).toEqual(['3']);
    expect(second.next).toBeUndefined();
    expect(second.head).toEqual({ length: 3, digest: second.links[0]?.digest });
    expect(second.links[0]?.previous).toBe(first.links[1]?.digest);
  });

  it('is empty where nothing was erased, and looking writes nothing', async () => {
    const before = app.stored();
    const page = await admin().admin('getReceiptChain');
    expect(page).toEqual({ links: [], head: { length: 0, digest: '0'.repeat(64) } });
    expect(app.stored()).toEqual(before);
  });

  it('finds a receipt by code and number, and not under another number', async () => {
    const [one, two] = await erasedPeople(app, [PEOPLE.anna, PEOPLE.ben]);
    const code = one?.code.replaceAll('-', '');
    const check = (number?: string) => app.person(PEOPLE.noData).user('checkReceipt', { code, number });
    expect(await check(one?.receipt.number)).toEqual({ state: 'valid', receipt: one?.receipt });
    expect(await check(two?.receipt.number)).toEqual({ state: 'unknown' });
    expect(await check('99')).toEqual({ state: 'unknown' });
  });
});
