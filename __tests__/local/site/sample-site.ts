import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startSite, type Site, type SiteOptions } from '../../../local/site/site';

const MANIFEST = `
app:
  id: ari:cloud:ecosystem::app/11111111-2222-3333-4444-555555555555
  runtime: { name: nodejs24.x }
permissions:
  scopes: [storage:app, read:jira-user]
modules:
  jira:issuePanel:
    - { key: sample-panel, title: Sample, icon: 'resource:page;icon.svg', resource: page, resolver: { function: answer } }
  jira:issueContext:
    - { key: sample-context, title: Aside, label: Look, resource: page, resolver: { function: answer } }
  jira:globalPage:
    - { key: sample-global, title: Everywhere, layout: blank, resource: page, resolver: { function: answer } }
  jira:personalSettingsPage:
    - { key: sample-own, title: Own page, resource: page, resolver: { function: answer } }
  jira:adminPage:
    - { key: sample-admin, title: Sample app, resource: page, resolver: { function: answer } }
    - { key: sample-start, title: Start, resource: page, useAsGetStarted: true, resolver: { function: answer } }
  scheduledTrigger:
    - { key: nightly, function: nightly, interval: day }
  sql: [{ key: main, engine: mysql }]
  webtrigger:
    - { key: hook, function: hook }
  function:
    - { key: hook, handler: index.hook }
    - { key: answer, handler: index.answer }
    - { key: nightly, handler: index.nightly }
resources:
  - { key: page, path: pages }
`;

/** Answers with what it was given; it logs nothing and keeps nothing. */
const APP = `
exports.answer = async ({ call, context }, second) => {
  if (call.functionKey === 'fail') throw new Error('This went wrong.');
  return { key: call.functionKey, payload: call.payload, context, asked: second.principal };
};
exports.hook = async ({ method, body, userPath, queryParameters }) => {
  const said = JSON.stringify({ method, body, userPath, queryParameters });
  return { statusCode: 202, headers: { 'X-Said': ['yes'] }, body: said };
};
exports.nightly = async () => undefined;
`;

const PAGE = '<!doctype html><html><head data-x="1"><title>Sample</title></head><body>Hello</body></html>';

export interface SampleSite {
  site: Site;
  options: SiteOptions;
  /** Everything of it; thrown away at the end. */
  folder: string;
}

async function writeSample(folder: string): Promise<void> {
  await mkdir(path.join(folder, 'pages'));
  await writeFile(path.join(folder, 'manifest.yml'), MANIFEST);
  await writeFile(path.join(folder, 'app.cjs'), APP);
  await writeFile(path.join(folder, 'pages', 'index.html'), PAGE);
  await writeFile(path.join(folder, 'pages', 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await writeFile(path.join(folder, 'secret.txt'), 'outside');
  await symlink('../secret.txt', path.join(folder, 'pages', 'link.txt'));
}

export const quiet = { step: () => undefined, progress: () => undefined };

/** What a site with a small app of its own starts with, on a free port; all of it is in the folder. */
export async function sampleOptions(folder: string): Promise<SiteOptions> {
  await writeSample(folder);
  return {
    port: 0,
    directory: path.join(folder, 'kept'),
    reset: false,
    files: { index: path.join(folder, 'app.cjs') },
    manifestFile: path.join(folder, 'manifest.yml'),
    root: folder,
    keptRowsIn: path.join(folder, 'made-up-year'),
    report: quiet,
  };
}

/** That site, with its data in a folder that is thrown away. */
export async function startSampleSite(): Promise<SampleSite> {
  const folder = await mkdtemp(path.join(tmpdir(), 'sample-site-'));
  const options = await sampleOptions(folder);
  return { site: await startSite(options), options, folder };
}

export async function endSampleSite({ site, folder }: SampleSite): Promise<void> {
  await site.close();
  await rm(folder, { recursive: true, force: true });
}

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** One HTTP request with exactly these headers: a fetch would not send a foreign Host. */
export function send(
  { addresses }: Pick<Site, 'addresses'>,
  at: string,
  {
    method = 'GET',
    headers = {},
    body = '',
  }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  const target = { host: '127.0.0.1', port: addresses.port, path: at, method };
  const sent = { host: addresses.frameHost, ...headers };
  return new Promise((resolve, reject) => {
    const outgoing = request({ ...target, headers: sent }, (incoming) => {
      let received = '';
      incoming.setEncoding('utf8');
      incoming.on('data', (chunk: string) => (received += chunk));
      incoming.on('end', () =>
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: received }),
      );
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
