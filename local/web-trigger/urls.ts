import { randomBytes } from 'node:crypto';
import { NotModelledError } from '../errors';
import { modulesOf, type ParsedManifest } from '../manifest';
import type { InvocationFacts } from '../runtime/facts';
import type { Table } from '../state';
import type { WebTriggerUrl } from './types';

export interface UrlOptions {
  manifest: ParsedManifest;
  urls: Table<WebTriggerUrl>;
  /** Origin of the URLs; without it Forge's own. */
  origin: string | undefined;
}

interface GraphQl {
  query: string;
  variables: {
    input?: { triggerKey: string; secretKeyConfig?: unknown };
    forceCreate?: boolean;
    id?: string;
  };
}

/** Answers the GraphQL of `webTrigger` in @forge/api; any other operation is not modelled. */
export function answerGraphQl(options: UrlOptions, facts: InvocationFacts, body: string): Response {
  const { query, variables } = JSON.parse(body) as GraphQl;
  const operation = /\b(?:mutation|query)\s+(\w+)/.exec(query)?.[1] ?? 'an unnamed operation';
  switch (operation) {
    case 'forge_app_createWebTriggerUrl':
      return Response.json({ data: { createWebTriggerUrl: createUrl(options, facts, variables) } });
    case 'forge_app_deleteWebTriggerUrl':
      return Response.json({ data: { deleteWebTriggerUrl: deleteUrl(options, facts, variables.id ?? '') } });
    case 'forge_app_webTriggerUrlsByAppContext':
      return Response.json({ data: { webTriggerUrlsByAppContext: listUrls(options, facts) } });
    default:
      throw new NotModelledError(`stargate POST /graphql ${operation}`);
  }
}

function createUrl(
  { manifest, urls, origin }: UrlOptions,
  { installationId, appId }: InvocationFacts,
  { input, forceCreate }: GraphQl['variables'],
): { url: string } | null {
  if (input?.secretKeyConfig !== undefined) throw new NotModelledError('secret keys of web trigger URLs');
  const module = modulesOf(manifest, 'webtrigger').find(({ key }) => key === input?.triggerKey);
  if (!module) return null;
  const existing = urls
    .values()
    .find(({ key, installation }) => key === module.key && installation === installationId);
  if (existing && !forceCreate) return { url: existing.url };
  const id = randomBytes(18).toString('base64url');
  const ownOrigin =
    module.settings['urlFormat'] === 'v2'
      ? `https://${installationId}.webtrigger.atlassian.app/public`
      : `https://${appId}.hello.atlassian-dev.net/x1`;
  const url = `${origin === undefined ? ownOrigin : `${origin}/public`}/${id}`;
  urls.set(id, { id, url, key: module.key, installation: installationId });
  return { url };
}

function deleteUrl(
  { urls }: UrlOptions,
  { installationId }: InvocationFacts,
  id: string,
): { success: boolean; message: string } {
  if (urls.get(id)?.installation !== installationId) return { success: false, message: 'URL not found' };
  urls.delete(id);
  return { success: true, message: 'deleted' };
}

function listUrls(
  { urls }: UrlOptions,
  { installationId }: InvocationFacts,
): { triggerKey: string; url: string }[] {
  const own = urls.values().filter(({ installation }) => installation === installationId);
  return own.map(({ key, url }) => ({ triggerKey: key, url }));
}

/** The ID in a web trigger URL. */
export function urlId(url: string): string | undefined {
  return /\/(?:x1|public)\/([^/?#]+)/.exec(url)?.[1];
}
