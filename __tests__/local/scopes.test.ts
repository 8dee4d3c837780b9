import { asApp, assumeTrustedRoute, asUser, privacy, route } from '@forge/api';
import { kvs } from '@forge/kvs';
import { PEOPLE } from '../setup/test-site';
import { sampleManifest } from './sample-app/manifest';
import { openSample } from './sample-app/open';
import { callAsAnna, resolverOf } from './sample-app/resolver';

/** The sample's manifest without one of its scopes. */
function without(scope: string): ReturnType<typeof sampleManifest> {
  const manifest = sampleManifest();
  return { ...manifest, scopes: manifest.scopes.filter((other) => other !== scope) };
}

const refusal = { code: 401, message: 'Unauthorized; scope does not match' };

describe('A call without its scope in the manifest is refused', () => {
  test.each([
    ['read:jira-work', '/rest/api/3/mypermissions?permissions=ADMINISTER'],
    ['read:jira-work', '/rest/api/3/issue/OPEN-1?fields=summary'],
    ['read:jira-work', '/rest/api/3/issue/picker?query=a'],
    ['read:jira-user', '/rest/api/3/user/bulk?accountId=x'],
    ['read:jira-user', '/rest/api/3/user/search?query=a'],
    ['read:jira-user', '/rest/api/3/myself'],
    ['read:jira-user', '/rest/api/3/configuration'],
  ])('%s: %s, from the function and from the browser', async (scope, path) => {
    const read = async (): Promise<unknown> => {
      const response = await asUser().requestJira(assumeTrustedRoute(path));
      const body: unknown = await response.json();
      return { status: response.status, body };
    };
    const readInBrowser = (): Promise<Response> => forge.requestJira(PEOPLE.anna, path);
    let forge = await openSample({});
    expect((await readInBrowser()).status).toBe(200);
    forge = await openSample(resolverOf({ read }), { manifest: without(scope) });
    await expect(callAsAnna(forge, 'read')).resolves.toEqual({ status: 401, body: refusal });
    const seen = await readInBrowser();
    expect(seen.status).toBe(401);
    expect(seen.headers.get('x-failure-category')).toBe('FAILURE_CLIENT_SCOPE_CHECK');
  });

  test('report:personal-data', async () => {
    const report = async (): Promise<object> => {
      const accounts = [{ accountId: PEOPLE.anna, updatedAt: new Date().toISOString() }];
      return privacy.reportPersonalData(accounts).then(
        () => ({ status: 204 }),
        ({ status }: Response) => ({ status }),
      );
    };
    const withScope = await openSample(resolverOf({ report }));
    await expect(callAsAnna(withScope, 'report')).resolves.toEqual({ status: 204 });
    const forge = await openSample(resolverOf({ report }), { manifest: without('report:personal-data') });
    await expect(callAsAnna(forge, 'report')).resolves.toEqual({ status: 401 });
    expect(forge.atlassian.reports).toEqual([]);
  });

  test('storage:app', async () => {
    const forge = await openSample(resolverOf({ write: () => kvs.set('k', 1) }), {
      manifest: without('storage:app'),
    });
    await expect(callAsAnna(forge, 'write')).rejects.toThrow('storage:app is not in the manifest');
    expect(forge.storage.dump(forge.installations.get().id)).toEqual([]);
  });
});

const READS_USERS = ['read:application-role:jira', 'read:group:jira', 'read:user:jira', 'read:avatar:jira'];
const READS_ISSUES = [
  'read:issue-meta:jira',
  'read:issue-security-level:jira',
  'read:issue.vote:jira',
  'read:issue.changelog:jira',
  'read:avatar:jira',
  'read:issue:jira',
  'read:status:jira',
  'read:user:jira',
  'read:field-configuration:jira',
];

describe('Granular scopes do for a call what its classic scope does', () => {
  test.each([
    [['read:permission:jira'], 'GET', '/rest/api/3/mypermissions?permissions=ADMINISTER'],
    [READS_ISSUES, 'GET', '/rest/api/3/issue/OPEN-1?fields=summary'],
    [READS_ISSUES, 'POST', '/rest/api/3/issue/bulkfetch'],
    [['read:issue-details:jira'], 'GET', '/rest/api/3/issue/picker?query=a'],
    [READS_USERS, 'GET', '/rest/api/3/user?accountId=5b10a2844c20165700ede21a'],
    [READS_USERS, 'GET', '/rest/api/3/user/bulk?accountId=x'],
    [READS_USERS, 'GET', '/rest/api/3/myself'],
    [
      ['read:instance-configuration:jira', 'read:issue.time-tracking:jira'],
      'GET',
      '/rest/api/3/configuration',
    ],
    [[...READS_USERS, 'read:user.property:jira'], 'GET', '/rest/api/3/user/search?query=a'],
  ])('all of %j: %s %s', async (scopes, method, path) => {
    const body = JSON.stringify({ issueIdsOrKeys: ['OPEN-1'], fields: ['summary'] });
    const init = method === 'POST' ? { method, body } : { method };
    const call = async (): Promise<number> =>
      (await asUser().requestJira(assumeTrustedRoute(path), init)).status;
    const open = (granted: string[]) =>
      openSample(resolverOf({ call }), { manifest: { ...sampleManifest(), scopes: granted } });
    const forge = await open(scopes);
    await expect(callAsAnna(forge, 'call')).resolves.toBe(200);
    expect((await forge.requestJira(PEOPLE.anna, path, init)).status).toBe(200);
    const oneLess = await open(scopes.slice(1));
    await expect(callAsAnna(oneLess, 'call')).resolves.toBe(401);
    expect((await oneLess.requestJira(PEOPLE.anna, path, init)).status).toBe(401);
  });
});

describe('An event comes only to an app that has the scope for it', () => {
  const listening = (events: string, scopes: string[]) => ({
    ...sampleManifest((text) => text.replace('avi:jira:deleted:user', events)),
    scopes,
  });

  test.each([
    ['avi:jira:updated:user', [], 'read:jira-user'],
    ['avi:jira:updated:issue', ['read:jira-user'], 'read:jira-work'],
    ['avi:jira:updated:issue', ['read:issue:jira'], 'read:jira-work'],
    ['avi:jira:created:field', ['read:jira-work'], 'manage:jira-configuration'],
    ['avi:jira-software:created:board', ['read:jira-work'], 'read:jira-user'],
  ])('%s with %j is not delivered, and that is said', async (event, scopes, missing) => {
    const got: unknown[] = [];
    const manifest = listening(event, scopes);
    const forge = await openSample({ listen: (payload) => void got.push(payload) }, { manifest });
    got.length = 0;
    await expect(forge.events.emit(event, { eventType: event })).resolves.toEqual([]);
    expect(got).toEqual([]);
    expect(forge.undelivered).toEqual([`${event} to people: the manifest lacks the scope ${missing}`]);
  });

  test('a change of a person goes on', async () => {
    const forge = await openSample({ listen: () => undefined }, { manifest: without('read:jira-user') });
    await forge.jira.rename(PEOPLE.ben, 'Benno');
    expect(forge.jira.person(PEOPLE.ben)?.displayName).toBe('Benno');
    expect(forge.undelivered).toHaveLength(1);
  });

  test('granular scopes do, too, and an event of Forge needs none', async () => {
    const event = 'avi:jira:created:project';
    const manifest = listening(event, ['read:project:jira']);
    const forge = await openSample({ listen: () => undefined }, { manifest });
    await expect(forge.events.emit(event, {})).resolves.toMatchObject([{ outcome: 'ok' }]);
    expect(forge.undelivered).toEqual([]);
    expect(forge.invocations.list()).toHaveLength(2);
  });

  test('of another product, whose scopes are not known here, it is named', async () => {
    const event = 'avi:confluence:created:page';
    const manifest = listening(event, ['read:confluence-content.summary']);
    const forge = await openSample({ listen: () => undefined }, { manifest });
    await expect(forge.events.emit(event, {})).rejects.toThrow(`the scope of the event ${event}`);
    expect(forge.unmodelled).toEqual([`the scope of the event ${event}`]);
  });
});

describe('Who a call is made as', () => {
  test('as the user where there is none needs authentication', async () => {
    const tick = async (): Promise<void> => {
      await asUser().requestJira(route`/rest/api/3/myself`);
    };
    const forge = await openSample({ tick });
    const record = await forge.schedule.run('daily');
    expect(record).toMatchObject({ outcome: 'error', error: 'Authentication Required' });
  });

  test('as the app, people can be looked up without a user', async () => {
    const names: string[] = [];
    const tick = async (): Promise<void> => {
      const response = await asApp().requestJira(route`/rest/api/3/user/bulk?accountId=${PEOPLE.ben}`);
      const { values } = (await response.json()) as { values: { displayName: string }[] };
      names.push(...values.map(({ displayName }) => displayName));
    };
    const forge = await openSample({ tick });
    await forge.schedule.run('daily');
    expect(names).toEqual(['Ben Bosson']);
  });
});
