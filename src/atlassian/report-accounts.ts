import { asApp, route } from '@forge/api';
import type { AccountReports, ReportAnswer, ReportedAccount } from '../privacy/engine';
import { failureOf, statusOf } from './failure-of';
import { readAnswer } from './report-answer';
import { dropBody, readBody, type StreamedResponse } from './read-body';
import { formOfCyclePeriod, readCyclePeriod, readRetryAfter } from './report-headers';

/** Ninety statements take some 10 KB: what is far beyond that is no answer. */
const MOST_BODY_BYTES = 256 * 1024;

/**
 * Atlassian's personal data reporting API (`POST /app/report-accounts`), one call for at most 90 accounts. It is called
 * here and not through `privacy.reportPersonalData`, which hides the headers and rejects with the raw response.
 */
export const accountReports: AccountReports = {
  async report(accounts) {
    try {
      return await readResponse(await send(accounts), accounts);
    } catch (error) {
      return { kind: 'failed', why: failureOf(statusOf(error)) };
    }
  },
};

const send = (accounts: readonly ReportedAccount[]): Promise<StreamedResponse> =>
  asApp().requestAtlassian(route`/app/report-accounts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ accounts }),
  });

async function readResponse(
  response: StreamedResponse,
  accounts: readonly ReportedAccount[],
): Promise<ReportAnswer> {
  const { status, headers } = response;
  if (status !== 200 && status !== 204) {
    const retryAfterSeconds = readRetryAfter(headers.get('retry-after'), new Date());
    await dropBody(response);
    return {
      kind: 'failed',
      why: failureOf(status),
      ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    };
  }
  const body = status === 200 ? await readBody(response, MOST_BODY_BYTES) : '{"accounts":[]}';
  const said =
    body === undefined ? undefined : readAnswer(body, new Set(accounts.map(({ accountId }) => accountId)));
  if (!said) return { kind: 'failed', why: 'unreadable' };
  const header = headers.get('cycle-period');
  const [period, periodForm] = [readCyclePeriod(header), formOfCyclePeriod(header)];
  return {
    kind: 'answered',
    ...said,
    ...(period !== undefined && { period }),
    ...(periodForm !== undefined && { periodForm }),
  };
}
