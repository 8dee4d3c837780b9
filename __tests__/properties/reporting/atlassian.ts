import type { ReportAnswer, ReportedAccount } from '../../../src/privacy/engine';
import type { Ledger } from './ledger';

/** What Atlassian knows of an account; instants in epoch milliseconds. */
export interface Account {
  closedAt?: number;
  changedAt?: number;
}

export const TROUBLES = [
  'server-error',
  'unavailable',
  'cut',
  'lost-answer',
  'not-consented',
  'forbidden',
  'rate-limited',
  'unreadable',
] as const;
/** How a call can go wrong; in all of `lost-answer` and `unreadable` Atlassian got the report. */
export type Trouble = (typeof TROUBLES)[number];

export interface AtlassianOptions {
  ledger: Ledger;
  now(): number;
  /** Lets the time go by that a call takes. */
  pass(): void;
  trouble(): Trouble | undefined;
  /** Seconds that a 429 asks to wait. */
  retryAfter(): number;
  /** The cycle that the header asks for, in seconds; undefined sends none. */
  period(): number | undefined;
}

/** Atlassian's report API as a model, with its troubles. */
export class Atlassian {
  readonly accounts = new Map<string, Account>();

  constructor(private readonly options: AtlassianOptions) {}

  async report(reported: readonly ReportedAccount[]): Promise<ReportAnswer> {
    const { ledger, now, pass, trouble, retryAfter } = this.options;
    pass();
    ledger.called(now());
    const kind = trouble();
    if (kind === 'rate-limited') {
      const retryAfterSeconds = retryAfter();
      ledger.rateLimited(now(), retryAfterSeconds);
      return { kind: 'failed', why: kind, retryAfterSeconds };
    }
    if (kind === 'cut') return { kind: 'failed', why: 'no-answer' };
    if (kind !== undefined && kind !== 'lost-answer' && kind !== 'unreadable')
      return { kind: 'failed', why: kind };
    const answer = this.answer(reported);
    pass();
    if (kind === 'lost-answer') return { kind: 'failed', why: 'no-answer' };
    return kind === 'unreadable' ? { kind: 'failed', why: kind } : answer;
  }

  private answer(reported: readonly ReportedAccount[]): ReportAnswer {
    const { ledger, now, period } = this.options;
    const closed = reported
      .filter(({ accountId }) => this.isClosed(accountId))
      .map(({ accountId }) => accountId);
    const updated = reported.filter((one) => !this.isClosed(one.accountId) && this.isStale(one));
    const asked = period();
    const said = {
      closed,
      updated: updated.map(({ accountId }) => accountId),
      ...(asked !== undefined && { period: asked }),
    };
    ledger.carriedOut(
      now(),
      reported.map(({ accountId }) => accountId),
      said,
    );
    return { kind: 'answered', ...said, notUnderstood: 0 };
  }

  isClosed(accountId: string): boolean {
    const { closedAt } = this.accounts.get(accountId) ?? {};
    return closedAt !== undefined && closedAt <= this.options.now();
  }

  private isStale({ accountId, updatedAt }: ReportedAccount): boolean {
    const { changedAt } = this.accounts.get(accountId) ?? {};
    return changedAt !== undefined && Date.parse(updatedAt) < changedAt;
  }
}
