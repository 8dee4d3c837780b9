import { useRef } from 'react';
import type { LogTimeResult } from '../../../src/contract';
import { call } from '../call';
import { useAction, type Action } from '../use-action';
import { t } from '../words/words';
import type { TimeDraft } from './use-time-draft';

interface LogTime extends Pick<Action, 'busy' | 'failure' | 'forget'> {
  /** @param issueId the work item; without it, the one on which the page stands */
  send: (issueId?: string) => Promise<LogTimeResult | undefined>;
}

/**
 * Checks the form and sends it.
 * @param shared the IDs of a page on which forms come and go; without them, the form's own
 */
export function useLogTime({ check, note }: TimeDraft, shared?: RequestIds): LogTime {
  const own = useRequestIds();
  const requestIds = shared ?? own;
  const { busy, failure, run, forget } = useAction();

  const send = async (issueId?: string): Promise<LogTimeResult | undefined> => {
    // Where a field is wrong, the attempt before was about something else.
    forget();
    const time = check();
    if (!time) return undefined;
    const attempt = `${issueId ?? ''} ${time.startedOn} ${time.duration}`;
    const which = issueId === undefined ? {} : { issueId };
    const entry = { requestId: requestIds.of(attempt), ...which, ...time };
    const logged = await run(async () => {
      const answer = await call('logTime', entry, t('time.unanswered'));
      note(answer);
      return answer;
    });
    if (logged) requestIds.forget(attempt);
    return logged;
  };
  return { send, busy, failure, forget };
}

export interface RequestIds {
  of: (attempt: string) => string;
  forget: (attempt: string) => void;
}

/**
 * Until an attempt succeeds, every further one with the same work item, day and time carries the same ID, however the
 * time was written, so it writes once.
 */
export function useRequestIds(): RequestIds {
  const ids = useRef(new Map<string, string>());
  const of = (attempt: string): string => {
    const id = ids.current.get(attempt) ?? crypto.randomUUID();
    ids.current.set(attempt, id);
    return id;
  };
  return { of, forget: (attempt) => void ids.current.delete(attempt) };
}
