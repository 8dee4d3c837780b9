import {
  asApp,
  asUser,
  assumeTrustedRoute,
  invokeRemote,
  requestConfluence,
  requestJira,
  route,
  webTrigger,
  __requestAtlassianAsApp,
} from '@forge/api';
import { appEvents } from '@forge/events';
import { PEOPLE } from '../setup/test-site';
import { openSample } from './sample-app/open';
import { callAsAnna, resolverOf } from './sample-app/resolver';

const jira = (path: string): Promise<unknown> => asUser().requestJira(route`/rest/api/3/${path}`);

/** A call with the body of a bulk fetch, unless it is read. */
const asked = (method: string, path: string, more: object = {}): Promise<unknown> => {
  const body = JSON.stringify({ issueIdsOrKeys: ['OPEN-1'], fields: ['summary'], ...more });
  const init = method === 'GET' ? { method } : { method, body };
  return asUser().requestJira(assumeTrustedRoute(`/rest/api/3/${path}`), init);
};

describe('What is not modelled fails loudly and names itself', () => {
  test.each<[string, () => Promise<unknown>]>([
    ['jira GET /rest/api/3/field', () => jira('field')],
    [
      'the permission BROWSE_PROJECTS',
      () => asUser().requestJira(route`/rest/api/3/mypermissions?permissions=BROWSE_PROJECTS`),
    ],
    ['the issue field status', () => asUser().requestJira(route`/rest/api/3/issue/OPEN-1?fields=status`)],
    ['an issue with all its fields', () => asked('GET', 'issue/OPEN-1')],
    ['an issue with all its fields', () => asked('GET', 'issue/OPEN-1?fields=*navigable')],
    ['the issue field -summary', () => asked('GET', 'issue/OPEN-1?fields=-summary')],
    ...(
      [
        ['GET', 'issue/OPEN-1', 'fields=summary', ['expand=names', 'properties=a', 'fieldsByKeys=true']],
        ['GET', 'issue/OPEN-1', 'fields=summary', ['updateHistory=true', 'unheardOf=1']],
        ['GET', 'issue/picker', 'query=a', ['currentJQL=x', 'currentIssueKey=OPEN-1', 'currentProjectId=1']],
        ['GET', 'issue/picker', 'query=a', ['showSubTasks=true', 'showSubTaskParent=true']],
        [
          'GET',
          'mypermissions',
          'permissions=ADMINISTER',
          ['projectKey=OPEN', 'issueId=20001', 'commentId=1'],
        ],
        ['GET', 'user', `accountId=${PEOPLE.ben}`, ['expand=groups', 'username=ben', 'key=ben']],
        ['GET', 'user/bulk', `accountId=${PEOPLE.ben}`, ['username=ben', 'key=ben']],
        ['GET', 'user/search', 'query=b', [`accountId=${PEOPLE.ben}`, 'property=a.b', 'username=ben']],
        ['GET', 'myself', '', ['expand=groups,applicationRoles']],
        ['POST', 'issue/bulkfetch', '', ['expand=names']],
      ] as const
    ).flatMap(([method, path, known, others]) =>
      others.map((other): [string, () => Promise<unknown>] => [
        `jira ${method} /rest/api/3/${path} with ${other.split('=')[0]}`,
        () => asked(method, `${path}?${[known, other].filter(Boolean).join('&')}`),
      ]),
    ),
    ...Object.entries({ expand: ['names'], properties: ['a'], fieldsByKeys: true, unheardOf: 1 }).map(
      ([name, value]): [string, () => Promise<unknown>] => [
        `jira POST /rest/api/3/issue/bulkfetch with ${name}`,
        () => asked('POST', 'issue/bulkfetch', { [name]: value }),
      ],
    ),
    ['an issue with all its fields', () => asked('POST', 'issue/bulkfetch', { fields: undefined })],
    ['jira /rest/api/3/myself with the provider none', () => requestJira(route`/rest/api/3/myself`)],
    [
      'jira /rest/api/3/myself as a named user',
      () => asUser(PEOPLE.ben).requestJira(route`/rest/api/3/myself`),
    ],
    ['fpp confluence GET /wiki/api', () => requestConfluence(route`/wiki/api`)],
    ['frc elsewhere GET /x', () => invokeRemote('elsewhere', { path: '/x' })],
    ['stargate POST /forge/events/v1/app-events', () => appEvents.publish({ key: 'k' })],
    ['stargate POST /graphql twg', () => asApp().requestGraph('query twg { me }')],
    ['stargate GET /app/x as the app', () => __requestAtlassianAsApp('/app/x', { method: 'GET' })],
    ['secret keys of web trigger URLs', () => webTrigger.getUrl('hook', { secretKeyConfig: { key: 'k' } })],
  ])('%s', async (name, call) => {
    const forge = await openSample(resolverOf({ call }));
    await expect(callAsAnna(forge, 'call')).rejects.toThrow(name);
    expect(forge.unmodelled).toEqual([expect.stringContaining(name)]);
  });

  test.each([
    'issue/OPEN-1?fields=summary&expand=&properties=&fieldsByKeys=false&updateHistory=false&failFast=true',
    'user?accountId=5b10a2844c20165700ede21a&expand=',
    'issue/bulkfetch',
  ])('but a parameter that asks for nothing more is let through: %s', async (path) => {
    const method = path.endsWith('bulkfetch') ? 'POST' : 'GET';
    const call = async (): Promise<number> =>
      ((await asked(method, path, { expand: [], properties: [], fieldsByKeys: false })) as Response).status;
    const forge = await openSample(resolverOf({ call }));
    await expect(callAsAnna(forge, 'call')).resolves.toBe(200);
    expect(forge.unmodelled).toEqual([]);
  });

  test('also where a page asks Jira itself', async () => {
    const forge = await openSample({});
    await expect(forge.requestJira(PEOPLE.anna, '/rest/api/3/field')).rejects.toThrow(
      'jira GET /rest/api/3/field',
    );
    expect(forge.unmodelled).toEqual(['jira GET /rest/api/3/field']);
  });

  test('even where the app swallows the error', async () => {
    const forge = await openSample(resolverOf({ call: () => jira('field').catch(() => ({})) }));
    await expect(callAsAnna(forge, 'call')).resolves.toEqual({});
    expect(forge.unmodelled).toEqual(['jira GET /rest/api/3/field']);
  });

  test('a filter of a trigger, whose events are not delivered', async () => {
    const { sampleManifest } = await import('./sample-app/manifest');
    const manifest = sampleManifest((text) =>
      text.replace('function: listen\n', 'function: listen\n      filter: { ignoreSelf: true }\n'),
    );
    const forge = await openSample({ listen: () => undefined }, { manifest });
    expect(forge.invocations.list()).toEqual([]);
    expect(forge.unmodelled).toEqual(['the filter of the trigger people (avi:forge:installed:app)']);
  });
});
