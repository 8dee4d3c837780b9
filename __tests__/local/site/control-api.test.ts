import { controlClient, type ControlClient, type ListedPerson } from './control-client';
import { endSampleSite, send, startSampleSite, type SampleSite } from './sample-site';

let sample: SampleSite;
let client: ControlClient;

beforeAll(async () => {
  sample = await startSampleSite();
}, 60_000);

afterAll(() => endSampleSite(sample));

beforeEach(() => {
  client = controlClient(() => sample);
});

describe('the session', () => {
  test('is the first ordinary user until somebody is chosen, and then stays with the browser', async () => {
    const admin = await client.oneOf('administrator');
    expect(await client.read<object>('/session')).toMatchObject({ person: { kind: 'user', signedIn: true } });
    await client.change('/session', { accountId: admin.accountId, colorMode: 'dark', locale: 'de-DE' });
    const chosen = {
      person: { accountId: admin.accountId, isAdmin: true },
      colorMode: 'dark',
      locale: 'de-DE',
    };
    expect(await client.read<object>('/session')).toMatchObject(chosen);
    await client.change('/session', { locale: null });
    expect(await client.read<object>('/session')).toMatchObject({ ownLocale: true, colorMode: 'dark' });
  });

  test('ignores a cookie that was tampered with', async () => {
    for (const value of ['x', Buffer.from('{"accountId":1}').toString('base64url')]) {
      client.useCookie(`local-jira=${value}`);
      expect(await client.read<object>('/session')).toMatchObject({ person: { kind: 'user' } });
    }
  });

  test('refuses people, themes and languages that do not exist', async () => {
    expect((await client.change('/session', { accountId: 'nobody' })).status).toBe(404);
    for (const body of [{ colorMode: 'pink' }, { locale: 'xx' }, { isAdmin: true }, [], 'text']) {
      expect((await client.change('/session', body)).status).toBe(400);
    }
  });

  test('lists the manifest’s pages with their addresses', async () => {
    const { modules } = await client.read<{
      modules: { key: string; place: string; path?: string; icon?: string }[];
    }>('/session');
    const tail = '/11111111-2222-3333-4444-555555555555/';
    expect(modules.map(({ key, place, path }) => [key, place, path?.split(tail)[0]])).toEqual([
      ['sample-panel', 'issue-panel', undefined],
      ['sample-context', 'issue-context', undefined],
      ['sample-global', 'apps', '/jira/apps'],
      ['sample-own', 'personal', '/jira/settings/personal/apps'],
      ['sample-admin', 'admin', '/jira/settings/apps'],
      ['sample-start', 'get-started', '/jira/settings/apps/get-started'],
    ]);
    expect(modules[0]?.icon).toBe(`${sample.site.addresses.appOrigin}/page/icon.svg`);
  });
});

describe('a resolver call', () => {
  const page = { moduleKey: 'sample-own' };

  test('is made as the chosen person, whatever the page says', async () => {
    const user = await client.oneOf('user');
    const admin = await client.oneOf('administrator');
    await client.change('/session', { accountId: user.accountId });
    const payload = { accountId: admin.accountId };
    const { value } = await client.change('/bridge/invoke', { page, functionKey: 'any', payload });
    expect(value).toMatchObject({
      value: {
        key: 'any',
        payload,
        asked: { accountId: user.accountId },
        context: { accountId: user.accountId },
      },
    });
    const forged = { page, functionKey: 'any', accountId: admin.accountId };
    expect((await client.change('/bridge/invoke', forged)).status).toBe(400);
  });

  test('carries the issue of the panel, as Jira knows it, and only if the person may see it', async () => {
    const { issues } = await client.read<{ issues: { key: string; project: string }[] }>('/issues');
    const { key, project } = issues[0] ?? { key: '', project: '' };
    const panel = { moduleKey: 'sample-panel', issueKey: key };
    const { value } = await client.change('/bridge/invoke', { page: panel, functionKey: 'any' });
    expect(value).toMatchObject({
      value: {
        context: {
          moduleKey: 'sample-panel',
          siteUrl: sample.site.addresses.frameOrigin,
          extension: {
            type: 'jira:issuePanel',
            issue: { key },
            project: { key: project },
            isNewToIssue: false,
          },
        },
      },
    });
    const context = await client.change('/bridge/context', { moduleKey: 'sample-context', issueKey: key });
    const { location, ...extension } = context.value['extension'] as Record<string, unknown>;
    expect(location).toBe(`${sample.site.addresses.frameOrigin}/browse/${key}`);
    const ids = { id: expect.any(String) as string, type: expect.any(String) as string };
    expect(extension).toEqual({
      type: 'jira:issueContext',
      issue: { ...ids, key, typeId: expect.any(String) as string },
      project: { ...ids, key: project },
    });
    const customer = await client.oneOf('customer');
    await client.change('/session', { accountId: customer.accountId });
    expect((await client.change('/bridge/invoke', { page: panel, functionKey: 'any' })).status).toBe(404);
  });

  test('hands on what a function throws, and knows no module besides the manifest’s', async () => {
    const { value } = await client.change('/bridge/invoke', { page, functionKey: 'fail' });
    expect(String(value['threw'])).toContain('This went wrong.');
    expect((await client.change('/bridge/context', { moduleKey: 'none' })).status).toBe(404);
  });

  test('shows the latest invocations without any payload', async () => {
    await client.change('/bridge/invoke', {
      page,
      functionKey: 'watched',
      payload: { hush: 'not to be shown' },
    });
    const answer = await send(sample.site, '/__local/invocations');
    expect(answer.body).toContain('watched');
    expect(answer.body).not.toContain('not to be shown');
  });
});

test('requestJira answers as the chosen person, and other products not at all', async () => {
  const admin = await client.oneOf('administrator');
  await client.change('/session', { accountId: admin.accountId });
  const ask = {
    product: 'jira',
    restPath: '/rest/api/3/myself',
    fetchRequestInit: { method: 'GET', headers: [] },
  };
  const { value } = await client.change('/bridge/fetch-product', ask);
  const answer = value['value'] as { status: number; body: string };
  expect(answer.status).toBe(200);
  expect(JSON.parse(answer.body)).toMatchObject({ accountId: admin.accountId });
  const other = await client.change('/bridge/fetch-product', { ...ask, product: 'confluence' });
  expect(String(other.value['threw'])).toContain('does not model');
});

describe('the clock', () => {
  test('goes forward, runs what falls due, and never back', async () => {
    const { now } = await client.read<{ now: number }>('/clock');
    expect((await client.change('/clock', { advanceMs: 86_400_000 })).status).toBe(200);
    expect((await client.read<{ now: number }>('/clock')).now).toBeGreaterThanOrEqual(now + 86_400_000);
    const { invocations } = await client.read<{ invocations: { function: string }[] }>('/invocations');
    expect(invocations.map((one) => one.function)).toContain('nightly');
    expect((await client.change('/clock', { to: '2020-01-01T00:00:00Z' })).status).toBe(400);
    expect((await client.change('/clock', { advanceMs: -1 })).status).toBe(400);
  });

  test('runs a schedule that the manifest has', async () => {
    expect((await client.change('/schedule/nightly', {})).value).toMatchObject({ outcome: 'ok' });
    expect((await client.change('/schedule/none', {})).status).toBe(404);
  });
});

describe('accounts at Atlassian', () => {
  test('are renamed, deactivated, closed and removed', async () => {
    const user = (await client.read<{ people: ListedPerson[] }>('/people?query=')).people.filter(
      ({ kind }) => kind === 'user',
    )[1];
    const at = `/people/${encodeURIComponent(user?.accountId ?? '')}`;
    expect(
      (await client.change(at, { action: 'rename', displayName: 'New Name' })).value['displayName'],
    ).toBe('New Name');
    expect((await client.change(at, { action: 'deactivate' })).value['kind']).toBe('deactivated');
    expect((await client.change(at, { action: 'reactivate' })).value['kind']).toBe('user');
    expect((await client.change(at, { action: 'close' })).value['kind']).toBe('closed');
    expect((await client.change('/people/nobody', { action: 'close' })).status).toBe(404);
    expect((await client.change(at, { action: 'promote' })).status).toBe(400);
  });
});

describe('panels', () => {
  test('are put on an issue by anyone, on all of its space only by an administrator', async () => {
    const put = { action: 'show', moduleKey: 'sample-panel', issueKey: 'APP-1' };
    expect((await client.change('/panels', put)).value).toEqual({ shown: true });
    const onAll = { ...put, action: 'show-on-all' };
    expect((await client.change('/panels', onAll)).status).toBe(403);
    const admin = await client.oneOf('administrator');
    await client.change('/session', { accountId: admin.accountId });
    expect((await client.change('/panels', onAll)).value).toEqual({ onAll: true });
    expect((await client.change('/panels', { ...put, moduleKey: 'sample-own' })).status).toBe(404);
    expect((await client.change('/panels', { ...put, issueKey: 'APP-999999' })).status).toBe(404);
    const shownOn = async (key: string): Promise<unknown> =>
      (await client.read<{ panels: unknown[] }>(`/issues/${key}`)).panels;
    expect(await shownOn('APP-2')).toEqual([{ key: 'sample-panel', shown: true, onAll: true }]);
    expect(await shownOn('PAY-1')).toEqual([{ key: 'sample-panel', shown: false, onAll: false }]);
  });
});

test('what the app did not get is listed, whether it noticed or not', async () => {
  const ask = (product: string, restPath: string): Promise<unknown> =>
    client.change('/bridge/fetch-product', { product, restPath, fetchRequestInit: {} });
  await ask('jira', '/rest/api/3/field?query=secret');
  await ask('jira', '/rest/api/3/field');
  await ask('jira', '/rest/api/3/myself?expand=groups');
  await ask('confluence', '/wiki/rest/api/space');
  const { unmodelled } = (await sample.site.world()).forge;
  await expect(client.read('/refused')).resolves.toEqual({
    manifest: ['sql main'],
    asked: [
      { what: 'requests of a page to confluence', count: expect.any(Number) as number },
      { what: 'jira GET /rest/api/3/myself with expand', count: 1 },
      { what: 'jira GET /rest/api/3/field', count: 2 },
    ],
    undelivered: [],
  });
  expect(unmodelled.length).toBeGreaterThan(3);
});

test('faults are switched on and off, and unknown ones refused', async () => {
  for (const key of [
    'storage-429',
    'storage-500',
    'lost-responses',
    'query-lag',
    'queue-twice',
    'reports-429',
    'reports-401',
    'crash',
  ]) {
    expect((await client.change(`/faults/${key}`, { on: true })).status).toBe(200);
  }
  const on = (await client.read<{ faults: { on: boolean }[] }>('/faults')).faults.filter((fault) => fault.on);
  expect(on).toHaveLength(8);
  await client.change('/faults/query-lag', { on: false });
  expect((await sample.site.world()).forge.storage.settings.queryLagMs).not.toBe(30_000);
  const { settings } = (await sample.site.world()).forge.atlassian;
  expect(settings.consented).toBe(false);
  await client.change('/faults/reports-401', { on: false });
  expect(settings.consented).toBe(true);
  expect((await client.change('/faults/none', { on: true })).status).toBe(404);
});

test('unknown paths and methods are refused as what they are', async () => {
  expect((await send(sample.site, '/__local/none')).status).toBe(404);
  expect((await send(sample.site, '/__local/clock', { method: 'DELETE' })).status).toBe(405);
});
