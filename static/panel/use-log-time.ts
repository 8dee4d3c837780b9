import { useRef } from 'react';
import type { LogTimeResult } from '../../src/contract';
import { call } from '../shared/call';
import type { TimeDraft } from '../shared/time-form/use-time-draft';
import { useAction } from '../shared/use-action';

const unanswered = 'We could not tell whether your time was logged. Log it again here: it is not kept twice.';

/** Checks the form and sends it. */
export function useLogTime({ check, note }: TimeDraft) {
  const requestIds = useRequestIds();
  const { busy, failure, run } = useAction();

  const send = async (): Promise<LogTimeResult | undefined> => {
    const time = check();
    if (!time) return undefined;
    const attempt = `${time.startedOn} ${time.duration}`;
    const entry = { requestId: requestIds.of(attempt), ...time };
    const logged = await run(async () => {
      const answer = await call('logTime', entry, unanswered);
      note(answer);
      return answer;
    });
    if (logged) requestIds.forget(attempt);
    return logged;
  };
  return { send, busy, failure };
}

/**
 * Until an attempt succeeds, every further one with the same day and time carries the same ID, however the time was
 * written, so it writes once.
 */
function useRequestIds() {
  const ids = useRef(new Map<string, string>());
  const of = (attempt: string): string => {
    const id = ids.current.get(attempt) ?? crypto.randomUUID();
    ids.current.set(attempt, id);
    return id;
  };
  return { of, forget: (attempt: string) => ids.current.delete(attempt) };
}
