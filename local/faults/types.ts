export type RemoteName = 'kvs' | 'jira' | 'stargate';

/** One call from a function to the platform, as faults see it. */
export interface PlatformCall {
  remote: RemoteName;
  /** Path without its query string, for example `/api/v1/transaction` or `/app/report-accounts`. */
  path: string;
  query: URLSearchParams;
  method: string;
  body: string;
  functionKey: string;
  installation: string;
}

export type FaultOutcome =
  /** The platform answers this instead of carrying the call out. */
  | { kind: 'answer'; status: number; body?: unknown; headers?: Record<string, string> }
  /** 429 with `Retry-After`. */
  | { kind: 'rate-limited'; retryAfterSeconds?: number }
  /** Nothing answers until the caller gives up, after `ms`. */
  | { kind: 'time-out'; ms?: number }
  /** The connection breaks before the call is carried out. */
  | { kind: 'cut' }
  /** The call is carried out, its answer never arrives. */
  | { kind: 'lost-response' }
  /** Carried out and answered, `ms` later. */
  | { kind: 'slow'; ms: number }
  /** The function dies before or after the call is carried out. */
  | { kind: 'crash'; when: 'before' | 'after' };

export interface FaultRule {
  remote?: RemoteName;
  path?: string | RegExp;
  functionKey?: string;
  installation?: string;
  matches?: (call: PlatformCall) => boolean;
  /** Only the nth matching call, counted from 1. */
  nth?: number;
  /** At most this often. */
  times?: number;
  /** Chance between 0 and 1, drawn from the forge's seed. */
  probability?: number;
  outcome: FaultOutcome;
}

export interface Faults {
  /** Adds a rule; the first that matches a call decides. Returns what removes it. */
  add(rule: FaultRule): () => void;
  /** The nth platform call from now on, counted over all invocations, kills its function. */
  crashAt(n: number, when?: 'before' | 'after'): () => void;
  /** Platform calls since the last `clear` or `resetCalls`. */
  calls(): number;
  resetCalls(): void;
  /** How often faults struck, by kind. */
  struck(): Record<string, number>;
  clear(): void;
}
