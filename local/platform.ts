import type { ReportApi } from './atlassian';
import { NotModelledError } from './errors';
import { answerJira } from './jira/api';
import type { JiraRequest, OwnAnswers } from './jira/request';
import type { InstallationBook } from './installations';
import type { LocalQueue } from './queue';
import type { Carry } from './runtime/door';
import type { Invocation } from './runtime/invocation';
import type { PlatformRequest } from './runtime/requests';
import type { LocalStorage } from './storage';
import { answerGraphQl, type UrlOptions } from './web-trigger/urls';

interface PlatformParts {
  now: () => number;
  storage: LocalStorage;
  queue: LocalQueue;
  reportApi: ReportApi;
  installations: () => InstallationBook;
  webTriggerUrls: UrlOptions;
  ownAnswers: OwnAnswers | undefined;
}

/** Hands a call that has passed the door to the product it is meant for. */
export function createPlatform(parts: PlatformParts): Carry {
  return async (request, invocation) => {
    switch (request.remote) {
      case 'kvs':
        return carryToStorage(parts, request);
      case 'jira':
        return carryToJira(parts, request, invocation);
      case 'stargate':
        return carryToStargate(parts, request, invocation);
    }
  };
}

function carryToStorage(
  { storage, installations }: PlatformParts,
  request: PlatformRequest,
): Promise<Response> {
  if (request.method !== 'POST') throw new NotModelledError(`kvs ${request.method} ${request.path}`);
  // Also where the app was uninstalled meanwhile: what is under way goes on.
  const installation = installations()
    .list()
    .find(({ id }) => id === request.installation);
  return storage.handle(installation?.storageId ?? request.installation, request.path, request.body);
}

function carryToJira(
  { now, reportApi, installations, ownAnswers }: PlatformParts,
  request: PlatformRequest,
  { facts }: Invocation,
): Response {
  const { jira } = installations().get(request.installation);
  const context = { jira, now: now(), closedAfterMs: reportApi.settings.closedAfterMs, ownAnswers };
  if (request.provider === 'app') return answerJira(context, { ...request, viewer: { kind: 'app' } });
  if (facts.accountId === undefined) return needsAuthentication();
  const viewer: JiraRequest['viewer'] = { kind: 'person', accountId: facts.accountId };
  return answerJira(context, { ...request, viewer });
}

/** `asUser` without a user: @forge/api turns this header into a NeedsAuthenticationError. */
function needsAuthentication(): Response {
  return new Response(null, { status: 401, headers: { 'forge-proxy-error': 'NEEDS_AUTHENTICATION_ERR' } });
}

function carryToStargate(
  { queue, reportApi, webTriggerUrls }: PlatformParts,
  request: PlatformRequest,
  invocation: Invocation,
): Response {
  const { method, path, body } = request;
  if (request.provider !== 'app' || method !== 'POST') {
    throw new NotModelledError(`stargate ${method} ${path} as the ${request.provider}`);
  }
  if (/^\/app\/report-accounts\/?$/.test(path)) return reportApi.answer(request.installation, body);
  if (path === '/graphql') return answerGraphQl(webTriggerUrls, invocation.facts, body);
  return queue.answer(invocation, path, body);
}
