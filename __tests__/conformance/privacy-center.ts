import { randomUUID } from 'node:crypto';
import { openLocalForge } from '../../local/forge';
import type { OpenApp } from './app';

const PANEL = 'privacy-panel';
const HASH = 'c'.repeat(64);

/** This app: it keeps an account because its owner logs time, and erases it because its owner asks for that. */
export const openPrivacyCenter: OpenApp = async (options) => {
  const forge = await openLocalForge({
    app: { kind: 'module', files: { index: () => import('../../src/index') } },
    callMs: 5,
    storage: { quotas: 'off' },
    ...options,
  });
  const call = async (accountId: string, functionKey: string, payload: object): Promise<void> => {
    const extension = { type: 'jira:issuePanel', issue: { id: '20001' } };
    const answer = await forge.invoke({ moduleKey: PANEL, functionKey, accountId, payload, extension });
    const { error } = answer as { error?: { code: string } };
    if (error) throw new Error(error.code);
  };
  return {
    forge,
    schedule: 'daily',
    keep: (accountId) =>
      call(accountId, 'logTime', { requestId: randomUUID(), startedOn: '2026-03-01', duration: '1h' }),
    forget: (accountId) => call(accountId, 'eraseMyData', { receiptHash: HASH }),
  };
};
