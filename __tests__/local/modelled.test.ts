import { parseManifest, readManifest } from '../../local/manifest';

const EVERYTHING = `
app:
  id: ari:cloud:ecosystem::app/all
  runtime: { name: sandbox }
  licensing: { enabled: true }
  storage: { classifications: [ugc], entities: [] }
permissions:
  scopes: []
  external: { fetch: { backend: ['https://a.example'], client: ['https://b.example'] } }
  policies: { x: y }
modules:
  jira:issuePanel:
    - key: native
      render: native
      title: Native
      resource: main
    - key: shown
      title: { i18n: panel }
      resource: main
      displayConditions: { isAdmin: true }
      resolver: { endpoint: remote-endpoint }
  jira:customField: [{ key: field, type: string }]
  jira:madeUpLater: [{ key: later }]
  rovo:agent: [{ key: agent }]
  sql: [{ key: main, engine: mysql }]
  endpoint: [{ key: remote-endpoint, remote: elsewhere }]
  consumer:
    - { key: flow, queue: flow, resolver: { workflow: x } }
  trigger:
    - { key: filtered, function: f, events: [avi:jira:created:issue], filter: { ignoreSelf: true } }
  function:
    - { key: f, handler: index.f, providers: { auth: [google] } }
remotes: [{ key: elsewhere, baseUrl: 'https://a.example' }]
translations: { resources: [{ key: en-US, path: words/en/manifest.json }], fallback: { default: en-US } }
resources: [{ key: main, path: static/main, entry: { one: one.html }, tunnel: { port: 1 } }]
`;

test('each part of a manifest that is not modelled is named', () => {
  expect(parseManifest(EVERYTHING).notModelled).toEqual([
    'remotes',
    'app.licensing',
    'app.runtime.name: sandbox',
    'permissions.policies',
    'permissions.external.fetch.backend: nothing leaves this machine',
    'function f: providers',
    'jira:issuePanel native: UI Kit (render: native)',
    'jira:issuePanel shown: displayConditions',
    'jira:issuePanel shown: resolver.endpoint',
    'jira:customField field',
    'jira:madeUpLater later',
    'rovo:agent agent',
    'sql main',
    'endpoint remote-endpoint',
    'consumer flow: resolver.workflow',
    'trigger filtered: filter',
    'resource main: entry',
  ]);
});

test('everything that our own manifest asks for is modelled', () => {
  expect(readManifest().notModelled).toEqual([]);
});
