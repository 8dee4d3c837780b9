import type { Cohort } from '../../../src/privacy/data-sets/cohort';
import type { Standing } from '../../../src/privacy/data-sets/registration';
import { accountInEvent } from '../../../src/triggers/events';
import { TEST_START } from '../../setup/test-forge';
import { useForge } from '../../setup/use-forge';
import { PEOPLE } from '../../setup/test-site';
import { DAY_MS, holdPeople, isHeld } from './support';

const { anna, ben, noData, admin } = PEOPLE;
const SECRET = 'Zaphod Beeblebrox';

describe('An event about a user', () => {
  const app = useForge({ startAt: TEST_START + 20 * 60_000 });
  const standingOf = (accountId: string): Standing | undefined =>
    app
      .stored('standing')
      .map(({ value }) => value as Standing)
      .find((standing) => standing.accountId === accountId);
  const everything = (): string =>
    JSON.stringify([app.stored(), app.forge.invocations.list().map(({ logs, error }) => [logs, error])]);

  beforeEach(() => holdPeople(app.forge, [anna, ben]));

  it('says nothing beyond the account ID that is kept or logged', async () => {
    const user = {
      accountId: anna,
      displayName: SECRET,
      emailAddress: `${SECRET}@example.com`,
      timeZone: 'Mars/Olympus',
      avatarUrls: { '48x48': `https://example.com/${SECRET}` },
    };
    for (const name of ['avi:jira:updated:user', 'avi:jira:deleted:user']) {
      await app.forge.events.emit(name, { eventType: name, user, associatedUsers: [user], note: SECRET });
    }
    const installer = { installerAccountId: admin, app: { ownerAccountId: admin, name: SECRET } };
    for (const name of ['avi:forge:installed:app', 'avi:forge:upgraded:app']) {
      await app.forge.events.emit(name, { ...installer, upgraderAccountId: admin });
    }
    expect(everything()).not.toContain('Zaphod');
    expect(everything()).not.toContain('Olympus');
    expect(everything()).not.toContain(admin);
  });

  test.each(['avi:jira:updated:user', 'avi:jira:deleted:user'])(
    '%s about somebody who has no data keeps nothing',
    async (name) => {
      const before = JSON.stringify(app.stored());
      await app.forge.events.emit(name, { user: { accountId: noData } });
      expect(JSON.stringify(app.stored())).toBe(before);
    },
  );

  test.each([
    undefined,
    null,
    'text',
    {},
    { user: null },
    { user: {} },
    { user: { accountId: 7 } },
    { user: { accountId: 'unknown' } },
    { user: { accountId: 'unidentified' } },
    { user: { accountId: 'with a space' } },
    { user: { accountId: 'x'.repeat(129) } },
    { user: [anna] },
    { accountId: anna },
  ])('that is not of its form (%j) is dropped', (payload) => {
    expect(accountInEvent(payload)).toBeUndefined();
  });

  it('that they changed is confirmed at the next due report, and reported no earlier', async () => {
    await app.forge.clock.advance(3 * DAY_MS);
    await app.forge.jira.changePerson(anna, { locale: 'rm_CH' });
    await app.forge.jira.changePerson(anna, { locale: 'de_CH' });
    const member = (): Cohort['members'][number] | undefined =>
      (app.stored('cohort')[0]?.value as Cohort).members.find(({ accountId }) => accountId === anna);
    const before = member();
    expect(before?.changedAt).toBeDefined();
    expect(app.forge.atlassian.reports).toEqual([]);
    await app.forge.clock.advance(5 * DAY_MS);
    expect(app.forge.atlassian.reports).toHaveLength(1);
    expect(member()?.changedAt).toBeUndefined();
    expect(Date.parse(member()?.updatedAt ?? '')).toBeGreaterThan(Date.parse(before?.updatedAt ?? ''));
    expect(app.forge.atlassian.violations).toEqual([]);
  });

  it('that they were removed restricts at once, in everybody’s sight, and erases after 30 days', async () => {
    await app.forge.jira.removeFromSite(anna);
    expect(standingOf(anna)).toMatchObject({ restrictedBy: 'atlassian' });
    const { removed } = await app.person(admin).admin('listRemoved');
    expect(removed).toEqual([
      {
        accountId: anna,
        removedAt: standingOf(anna)?.removedAt,
        erasedFrom: new Date(Date.parse(standingOf(anna)?.removedAt ?? '') + 30 * DAY_MS).toISOString(),
      },
    ]);
    const refused = await app.person(admin).admin('listEntriesOf', { accountId: anna, reason: 'security' });
    expect(refused.error?.code).toBe('CONFLICT');
    await app.forge.clock.advance(30 * DAY_MS);
    expect(isHeld(app.forge, anna)).toBe(true);
    await app.forge.clock.advance(2 * DAY_MS);
    expect(isHeld(app.forge, anna)).toBe(false);
    expect(isHeld(app.forge, ben)).toBe(true);
  });

  it('that they were removed is said to the administrator as Atlassian’s word', async () => {
    await app.forge.jira.removeFromSite(anna);
    const { rows } = await app.person(admin).admin('getAuditLog');
    expect(rows[0]).toMatchObject({ event: 'restriction-set', role: 'atlassian' });
  });

  it('that they were removed leaves their own restriction as it is', async () => {
    await app.person(anna).user('setRestriction', { restricted: true });
    const { restrictedAt } = standingOf(anna) ?? {};
    await app.forge.clock.advance(DAY_MS);
    await app.forge.jira.removeFromSite(anna);
    expect(standingOf(anna)).toMatchObject({ restrictedAt, restrictedBy: 'person' });
    expect(standingOf(anna)?.removedAt).toBeDefined();
  });

  it('that comes twice counts from the first time', async () => {
    await app.forge.jira.removeFromSite(anna);
    const { removedAt, version } = standingOf(anna) ?? {};
    await app.forge.clock.advance(DAY_MS);
    await app.forge.events.emit('avi:jira:deleted:user', { user: { accountId: anna } });
    expect(standingOf(anna)).toMatchObject({ removedAt, version });
  });

  it('that they were removed is void once they are back and use the app', async () => {
    await app.forge.jira.removeFromSite(anna);
    await app.forge.jira.changePerson(anna, { removed: false });
    expect((await app.person(anna).log('2026-03-02')).error).toBeUndefined();
    await app.forge.clock.advance(40 * DAY_MS);
    expect(isHeld(app.forge, anna)).toBe(true);
  });

  it('that they were removed waits for Atlassian’s answer where administrators set that', async () => {
    const settings = { retentionDays: {}, selfErasure: 'at-once', removedDays: 0 };
    expect((await app.person(admin).admin('saveSettings', settings)).error).toBeUndefined();
    await app.forge.jira.removeFromSite(anna);
    await app.forge.clock.advance(60 * DAY_MS);
    expect(isHeld(app.forge, anna)).toBe(true);
    const { removed } = await app.person(admin).admin('listRemoved');
    expect(removed[0]?.erasedFrom).toBeUndefined();
    await app.forge.jira.closeAccount(anna);
    await app.forge.clock.advance(23 * DAY_MS);
    expect(isHeld(app.forge, anna)).toBe(false);
  });

  it('is taken again where storage is busy', async () => {
    const silent = app.forge.faults.add({
      remote: 'kvs',
      functionKey: 'on-user-deleted',
      outcome: { kind: 'rate-limited' },
    });
    await app.forge.jira.removeFromSite(anna);
    expect(standingOf(anna)?.removedAt).toBeUndefined();
    silent();
    await app.forge.clock.advance(5 * 60_000);
    expect(standingOf(anna)?.removedAt).toBeDefined();
  });
});
