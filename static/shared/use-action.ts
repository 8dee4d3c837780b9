import { useRef, useState } from 'react';
import { isFailure, type Failure } from './failure';

/** Something that is done on a click, and how it went. */
export interface Action {
  busy: boolean;
  /** Why the latest attempt failed; gone as soon as the next one begins. */
  failure: Failure | undefined;
  /** What `work` answers; nothing if it fails, or if an earlier attempt is still under way. */
  run: <Answer>(work: () => Promise<Answer | Failure>) => Promise<Answer | undefined>;
  /** Drops the failure, because it no longer matters. */
  forget: () => void;
  /** What sets a field that is sent, so that it also drops the failure: that was about what stood there before. */
  corrects: <Value>(set: (value: Value) => void) => (value: Value) => void;
}

/** Something that is done on a click, once at a time. */
export function useAction(): Action {
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const run: Action['run'] = async (work) => {
    if (running.current) return undefined;
    running.current = true;
    setBusy(true);
    setFailure(undefined);
    const answer = await work();
    running.current = false;
    setBusy(false);
    if (!isFailure(answer)) return answer;
    setFailure(answer);
    return undefined;
  };
  const forget = () => setFailure(undefined);
  const corrects: Action['corrects'] = (set) => (value) => {
    set(value);
    forget();
  };
  return { busy, failure, run, forget, corrects };
}
