import {
  asApp,
  asUser,
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

describe('What is not modelled fails loudly and names itself', () => {
  test.each<[string, () => Promise<unknown>]>([
    ['jira GET /rest/api/3/field', () => jira('field')],
    [
      'the permission BROWSE_PROJECTS',
      () => asUser().requestJira(route`/rest/api/3/mypermissions?permissions=BROWSE_PROJECTS`),
    ],
    ['the issue field status', () => asUser().requestJira(route`/rest/api/3/issue/OPEN-1?fields=status`)],
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
