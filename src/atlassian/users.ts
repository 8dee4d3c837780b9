import { asApp, route } from '@forge/api';
import type { SiteAnswer, SiteMembers } from '../privacy/engine';
import { dropBody, readBody, type StreamedResponse, failureOf, statusOf, parsedJson } from './answers';

/** One person takes some 2 KB: what is far beyond that is no answer. */
const MOST_BODY_BYTES = 64 * 1024;

/**
 * Whether somebody is on the site, asked of Jira as the app (`GET /rest/api/3/user`): nobody is there to ask as. Jira sends
 * a name and more, unasked. Only the account ID and whether it is active are read; the rest is dropped at once.
 */
export const siteMembers: SiteMembers = {
  async ask(accountId) {
    try {
      const response = await asApp().requestJira(route`/rest/api/3/user?accountId=${accountId}`);
      return await readResponse(response, accountId);
    } catch (error) {
      return failed(statusOf(error));
    }
  },
};

async function readResponse(response: StreamedResponse, accountId: string): Promise<SiteAnswer> {
  const { status } = response;
  if (status !== 200 && status !== 404) {
    await dropBody(response);
    return failed(status);
  }
  const body = parsedJson(await readBody(response, MOST_BODY_BYTES));
  return (status === 200 ? said(body, accountId) : notThere(body)) ?? { kind: 'failed', why: 'unreadable' };
}

const failed = (status: number | undefined): SiteAnswer => ({ kind: 'failed', why: failureOf(status) });

function said(body: unknown, asked: string): SiteAnswer | undefined {
  const { accountId, active } = (body ?? {}) as { accountId?: unknown; active?: unknown };
  if (accountId !== asked || typeof active !== 'boolean') return undefined;
  return { kind: active ? 'on-site' : 'gone' };
}

/** A 404 in the form of Jira's errors: a page of some gateway's says nothing about the person. */
function notThere(body: unknown): SiteAnswer | undefined {
  const { errorMessages } = (body ?? {}) as { errorMessages?: unknown };
  return Array.isArray(errorMessages) ? { kind: 'gone' } : undefined;
}
