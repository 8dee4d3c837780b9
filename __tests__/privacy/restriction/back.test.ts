import type { FaultOutcome } from '../../../local/faults';
import type { Standing } from '../../../src/privacy/data-sets/registration';
import { crowdOf, siteWith } from '../../setup/crowd';
import { useForge } from '../../setup/use-forge';
import { PEOPLE } from '../../setup/test-site';
import { DAY_MS, holdPeople, isHeld, runDaily } from '../reporting/support';

const { admin, anna, ben } = PEOPLE;
const USER_PATH = '/rest/api/3/user';
const MINUTE_MS = 60_000;

const app = useForge({ site: siteWith(crowdOf(6)) });
const standingOf = (accountId: string): Standing | undefined =>
  app
    .stored('standing')
    .map(({ value }) => value as Standing)
    .find((standing) => standing.accountId === accountId);
const events = async (): Promise<Array<{ event: string; role: string }>> =>
  (await app.person(admin).admin('getAuditLog')).rows.map(({ event, role }) => ({ event, role }));
const answerUsers = (outcome: FaultOutcome): (() => void) =>
  app.forge.faults.add({ path: USER_PATH, outcome });
const asked = (): number =>
  app.forge.invocations.list().reduce((sum, { calls }) => sum + (calls[`jira ${USER_PATH}`] ?? 0), 0);
const logged = (): string => JSON.stringify(app.forge.invocations.list().map(({ logs }) => logs));

beforeEach(() => holdPeople(app.forge, [anna, ben]));

describe('Somebody who was removed and came back without opening the app', () => {
  it('is not erased, and restricted no more, since Jira is asked when it says that they changed', async () => {
    await app.forge.jira.removeFromSite(anna);
    await app.forge.clock.advance(3 * DAY_MS);
    await app.forge.jira.changePerson(anna, { removed: false });
    expect(standingOf(anna)).not.toHaveProperty('removedAt');
    expect(standingOf(anna)).not.toHaveProperty('restrictedAt');
    expect((await events())[0]).toEqual({ event: 'came-back', role: 'atlassian' });
    await app.forge.clock.advance(40 * DAY_MS);
    expect(isHeld(app.forge, anna)).toBe(true);
  });

  it('is not erased where Jira did not answer then, since it is asked again before that', async () => {
    await app.forge.jira.removeFromSite(anna);
    const silent = answerUsers({ kind: 'answer', status: 503 });
    await app.forge.jira.changePerson(anna, { removed: false });
    expect(standingOf(anna)?.removedAt).toBeDefined();
    silent();
    await app.forge.clock.advance(40 * DAY_MS);
    expect(isHeld(app.forge, anna)).toBe(true);
    expect(standingOf(anna)).not.toHaveProperty('restrictedAt');
    expect((await events()).filter(({ event }) => event === 'came-back')).toHaveLength(1);
  });

  it('keeps the restriction that they set themselves', async () => {
    await app.person(anna).user('setRestriction', { restricted: true });
    await app.forge.jira.removeFromSite(anna);
    await app.forge.jira.changePerson(anna, { removed: false });
    expect(standingOf(anna)).toMatchObject({ restrictedBy: 'person' });
    expect(standingOf(anna)).not.toHaveProperty('removedAt');
  });
});

describe('Somebody who was removed and is not back', () => {
  test.each(['gone', 'inactive'] as const)('is erased where Jira says that they are %s', async (said) => {
    app.forge.jira.settings.removedPeople = said;
    await app.forge.jira.removeFromSite(anna);
    await app.forge.jira.changePerson(anna, { locale: 'rm_CH' });
    expect(standingOf(anna)?.removedAt).toBeDefined();
    await app.forge.clock.advance(32 * DAY_MS);
    expect(isHeld(app.forge, anna)).toBe(false);
  });

  it('is asked about once a day at the most, and nobody else is', async () => {
    await app.forge.jira.changePerson(ben, { locale: 'rm_CH' });
    expect(asked()).toBe(0);
    await app.forge.jira.removeFromSite(anna);
    await app.forge.clock.advance(29 * DAY_MS);
    expect(asked()).toBe(0);
    await app.forge.clock.advance(3 * DAY_MS);
    expect(asked()).toBe(1);
  });

  const ANNA = { accountId: anna, active: false };
  const silences: Array<[string, FaultOutcome]> = [
    ['a time-out', { kind: 'time-out' }],
    ['a cut connection', { kind: 'cut' }],
    ['400', { kind: 'answer', status: 400 }],
    ['401', { kind: 'answer', status: 401 }],
    ['403', { kind: 'answer', status: 403 }],
    ['429', { kind: 'rate-limited' }],
    ['500', { kind: 'answer', status: 500 }],
    [
      'that Forge has no consent',
      { kind: 'answer', status: 401, headers: { 'forge-proxy-error': 'NEEDS_AUTHENTICATION_ERR' } },
    ],
    ['the 404 of some gateway', { kind: 'answer', status: 404, body: 'Your site is unavailable' }],
    ['204', { kind: 'answer', status: 204 }],
    ['nothing', { kind: 'answer', status: 200, body: null }],
    ['a list', { kind: 'answer', status: 200, body: [ANNA] }],
    ['another person', { kind: 'answer', status: 200, body: { ...ANNA, accountId: ben } }],
    ['an unknown account', { kind: 'answer', status: 200, body: { ...ANNA, accountId: 'unknown' } }],
    ['no word for active', { kind: 'answer', status: 200, body: { ...ANNA, active: 'false' } }],
    ['far too much', { kind: 'answer', status: 200, body: { ...ANNA, displayName: 'x'.repeat(70_000) } }],
  ];
  test.each(silences)('waits where Jira answers %s, and is erased once it does', async (_, outcome) => {
    await app.forge.jira.removeFromSite(anna);
    await app.forge.clock.advance(29 * DAY_MS, { deliver: false });
    const silent = answerUsers(outcome);
    await app.forge.clock.advance(2 * DAY_MS, { deliver: false });
    await runDaily(app.forge);
    expect(isHeld(app.forge, anna)).toBe(true);
    expect(standingOf(anna)?.removedAt).toBeDefined();
    expect(logged()).toContain('removed-not-answered');
    silent();
    await runDaily(app.forge);
    await app.forge.clock.advance(10 * MINUTE_MS);
    expect(isHeld(app.forge, anna)).toBe(false);
  });

  it('is erased though Jira says nothing of any use about many who were removed before', async () => {
    const before = crowdOf(6);
    await holdPeople(app.forge, before);
    for (const accountId of [...before, anna]) {
      await app.forge.jira.removeFromSite(accountId);
      await app.forge.clock.advance(1000);
    }
    app.forge.faults.add({
      path: USER_PATH,
      matches: ({ query }) => query.get('accountId') !== anna,
      outcome: { kind: 'answer', status: 400 },
    });
    await app.forge.clock.advance(32 * DAY_MS);
    expect([...before, anna].map((accountId) => isHeld(app.forge, accountId))).toEqual([
      ...before.map(() => true),
      false,
    ]);
  });
});
