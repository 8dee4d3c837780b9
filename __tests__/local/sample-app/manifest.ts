import { parseManifest, type ParsedManifest } from '../../../local/manifest';

const SAMPLE = `
app:
  id: ari:cloud:ecosystem::app/5d1f7d0e-6a51-4c0e-9c5c-000000000001
  runtime: { name: nodejs24.x, memoryMB: 128 }
  storage:
    entities:
      - name: note
        attributes: { owner: { type: string }, rank: { type: integer } }
        indexes: [{ name: by-owner, partition: [owner], range: [rank] }]
permissions:
  scopes: [storage:app, read:jira-work, read:jira-user, report:personal-data]
modules:
  jira:issuePanel:
    - { key: panel, resource: main, resolver: { function: resolver } }
  consumer:
    - { key: work-consumer, queue: work, function: consume }
    - { key: long-consumer, queue: long, function: consume-long }
  scheduledTrigger:
    - { key: daily, function: tick, interval: day }
    - { key: hourly, function: tick, interval: hour }
  trigger:
    - key: people
      function: listen
      events: [avi:jira:updated:user, avi:jira:deleted:user, avi:forge:installed:app]
  preUninstall:
    - { key: farewell, function: wipe }
  webtrigger:
    - key: hook
      function: hook
      urlFormat: v2
      response:
        type: static
        outputs:
          - { key: accepted, statusCode: 202, contentType: text/plain, body: accepted }
    - { key: loose-hook, function: loose-hook }
  function:
    - { key: resolver, handler: index.resolver }
    - { key: consume, handler: index.consume }
    - { key: consume-long, handler: index.consume, timeoutSeconds: 900 }
    - { key: tick, handler: index.tick, timeoutSeconds: 120 }
    - { key: listen, handler: index.listen }
    - { key: wipe, handler: index.wipe }
    - { key: hook, handler: index.hook }
    - { key: loose-hook, handler: index.looseHook }
resources:
  - { key: main, path: static/main }
`;

/** The manifest of the sample app; `change` edits its text first. */
export function sampleManifest(change: (text: string) => string = (text) => text): ParsedManifest {
  return parseManifest(change(SAMPLE));
}
