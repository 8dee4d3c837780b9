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
    ['read:jira-work', '/rest/api/3/issue/OPEN-1'],
    ['read:jira-work', '/rest/api/3/issue/picker?query=a'],
    ['read:jira-user', '/rest/api/3/user/bulk?accountId=x'],
    ['read:jira-user', '/rest/api/3/user/search?query=a'],
    ['read:jira-user', '/rest/api/3/myself'],
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

  test('and the scopes of an event are asked for when it comes', async () => {
    const forge = await openSample({ listen: () => undefined }, { manifest: without('read:jira-user') });
    await expect(forge.jira.rename(PEOPLE.ben, 'Benno')).rejects.toThrow('lacks the scope read:jira-user');
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
