import type { Cohort } from '../../src/privacy/data-sets/cohort';
import { sha256 } from '../../src/privacy/digest';
import { PEOPLE, TEST_SITE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';
import { secondsOf, send, signedRequest } from './webhook-caller';

const crowd = Array.from(
  { length: 200 },
  (_, n) => `712020:00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
);
const app = useForge({
  callMs: { min: 20, max: 60 },
  site: {
    ...TEST_SITE,
    people: [...TEST_SITE.people, ...crowd.map((accountId) => ({ accountId, displayName: 'Someone' }))],
  },
});
const TODAY = '2026-03-02';

const cohorts = (): Cohort[] => app.stored('cohort').map(({ value }) => value as Cohort);
const logAll = (people: readonly string[]) =>
  Promise.all(people.map((accountId) => app.person(accountId).log(TODAY)));
const refusals = (answers: ReadonlyArray<{ error?: { code: string } }>): string[] =>
  answers.flatMap(({ error }) => error?.code ?? []);

/** One cohort of so many, who came one after the other. */
async function oneCohort(people: number): Promise<string[]> {
  const members = crowd.slice(0, people);
  for (const accountId of members) await app.person(accountId).log(TODAY);
  return members;
}

describe('Where calls of storage take 20 to 60 ms and many come at once', () => {
  it.each([
    [50, 0],
    [200, 0],
    [50, 10],
    [200, 10],
  ])(
    'takes %d first entries within ten seconds, where a transaction holds its rows for %d ms',
    async (many, holdMs) => {
      app.forge.storage.settings.transactionHoldMs = holdMs;
      const before = app.forge.clock.now();
      expect(refusals(await logAll(crowd.slice(0, many)))).toEqual([]);
      expect(app.forge.clock.now() - before).toBeLessThan(10_000);
      expect(cohorts().flatMap(({ members }) => members)).toHaveLength(many);
      expect(cohorts().length).toBeLessThanOrEqual(16);
    },
  );

  it.each(['fails', 'passes'] as const)(
    'registers somebody once who clicks five times among many others, where a condition on a missing row %s',
    async (meaning) => {
      app.forge.storage.settings.conditionOnMissingRow = meaning;
      const clicks = Array.from({ length: 5 }, () => PEOPLE.anna);
      expect(refusals(await logAll([...clicks, ...crowd.slice(0, 60)]))).toEqual([]);
      expect(cohorts().flatMap(({ members }) => members)).toHaveLength(61);
      expect(app.stored('time-entry')).toHaveLength(65);
    },
  );

  it('keeps to one cohort where people come one after the other', async () => {
    await oneCohort(20);
    expect(cohorts()).toHaveLength(1);
  });

  it.each([0, 10])(
    'begins the erasures of 85 people of one cohort, where it holds them for %d ms',
    async (holdMs) => {
      const members = await oneCohort(85);
      app.forge.storage.settings.transactionHoldMs = holdMs;
      const receiptHash = sha256('a code');
      const begun = await Promise.all(
        members.map((accountId) => app.person(accountId).user('eraseMyData', { receiptHash })),
      );
      expect(refusals(begun)).toEqual([]);
      expect(cohorts().flatMap(({ members: left }) => left)).toEqual([]);
      await app.forge.queue.settle({ delayed: true });
      expect(app.stored('time-entry')).toEqual([]);
    },
  );

  it('takes the wishes of two administrators to erase one cohort, and erases all of it', async () => {
    const members = await oneCohort(80);
    const wish = (people: readonly string[]) =>
      app.person(PEOPLE.admin).admin('erasePeople', {
        people: people.map((accountId) => ({ accountId, receiptHash: sha256(accountId) })),
        reason: 'left-organisation',
      });
    const answers = await Promise.all([wish(members.slice(0, 45)), wish(members.slice(35))]);
    expect(answers.flatMap((one) => refusals(one.answers))).toEqual([]);
    await app.forge.clock.advance(600_000);
    // Whoever asked has acted, and is registered for it.
    expect(cohorts().flatMap(({ members: left }) => left)).toMatchObject([{ accountId: PEOPLE.admin }]);
    expect(app.stored('time-entry')).toEqual([]);
    expect(app.stored('erasure')).toHaveLength(80);
  });

  it('notes of 60 people of one cohort that Jira said they changed', async () => {
    const members = await oneCohort(60);
    await Promise.all(
      members.map((accountId) => app.forge.events.emit('avi:jira:updated:user', { user: { accountId } })),
    );
    expect(cohorts().flatMap((row) => row.members.filter(({ changedAt }) => changedAt))).toHaveLength(60);
  });

  it.each([0, 10])(
    'accepts 40 different calls of the webhook, where it holds them for %d ms',
    async (holdMs) => {
      app.forge.storage.settings.transactionHoldMs = holdMs;
      const { secret } = await app.person(PEOPLE.admin).admin('enableWebhook');
      const timestamp = secondsOf(app.forge);
      const bodies = crowd.slice(0, 40).map((accountId, n) => ({
        subject_request_id: `request-${n}`,
        accounts: [{ accountId, status: 'closed' }],
      }));
      const answers = await Promise.all(
        bodies.map((body) =>
          send(app.forge, signedRequest(secret, { timestamp, body: JSON.stringify(body) })),
        ),
      );
      expect(answers.filter((answer) => answer !== '202 accepted')).toEqual([]);
    },
  );
});
