import { randomUUID } from 'node:crypto';
import type { AdminFunctions, Refusal, UserFunctions } from '../../src/contract';
import type { LocalForge } from '../../local/forge';
import { letWaitingBeInForce } from '../setup/in-force';

type Answer<Functions, Name extends keyof Functions> = Functions[Name] extends { gives: infer Gives }
  ? Gives & Partial<Refusal>
  : never;

/** Calls the app as one person would through its pages. */
export interface TestPerson {
  user<Name extends keyof UserFunctions>(
    name: Name,
    payload?: unknown,
    issueId?: string,
  ): Promise<Answer<UserFunctions, Name>>;
  admin<Name extends keyof AdminFunctions>(
    name: Name,
    payload?: unknown,
  ): Promise<Answer<AdminFunctions, Name>>;
  /** Saves settings like an administrator who has just opened the form; what would wait a day is in force at once. */
  saveSettings(settings: object): Promise<Answer<AdminFunctions, 'saveSettings'>>;
  /** Logs time on a day; a fresh form each time. */
  log(startedOn: string, duration?: string, issueId?: string): Promise<Answer<UserFunctions, 'logTime'>>;
}

export function personOf(forge: LocalForge, accountId: string, installation?: string): TestPerson {
  const call = (
    moduleKey: string,
    functionKey: string,
    payload: unknown,
    extension: Record<string, unknown>,
  ) =>
    forge.invoke({
      moduleKey,
      functionKey,
      payload: payload ?? {},
      accountId,
      extension,
      ...(installation !== undefined && { installation }),
    }) as Promise<never>;
  return {
    user: (name, payload, issueId = '20001') =>
      call('privacy-panel', name, payload, { type: 'jira:issuePanel', issue: { id: issueId } }),
    admin: (name, payload) => call('privacy-admin', name, payload, { type: 'jira:adminPage' }),
    saveSettings: async (settings) => {
      const loaded = call('privacy-admin', 'getSettings', {}, { type: 'jira:adminPage' });
      const { version } = (await loaded) as { version: number };
      const wanted = { version, ...settings };
      const saved = call('privacy-admin', 'saveSettings', wanted, { type: 'jira:adminPage' });
      const answer = await saved;
      await letWaitingBeInForce(forge, installation);
      return answer;
    },
    log: (startedOn, duration = '1h', issueId = '20001') =>
      call(
        'privacy-panel',
        'logTime',
        { requestId: randomUUID(), startedOn, duration },
        { type: 'jira:issuePanel', issue: { id: issueId } },
      ),
  };
}
