import type { Answered } from '../../../src/privacy/engine';

/** What Atlassian answered; without a period it sent no header. */
export type Said = Pick<Answered, 'closed' | 'updated'> & { period?: number };

const STANDARD_PERIOD_SECONDS = 7 * 86_400;

/** One report as Atlassian got it. */
interface Carried {
  at: number;
  accounts: readonly string[];
  answer: Said;
  /** Whether what followed of it was written down. */
  settled: boolean;
}

/**
 * What Atlassian would hold against the app: who was reported when, and what was answered and noted. It keeps its own
 * books, from the calls alone, and writes down every rule that is broken.
 */
export class Ledger {
  readonly problems: string[] = [];
  readonly lastTold = new Map<string, number>();
  private readonly closed = new Set<string>();
  private last: Carried | undefined;
  private notBefore = 0;
  /** The cycle that Atlassian last asked for in an answer that was noted. */
  periodMs = STANDARD_PERIOD_SECONDS * 1000;

  /** A call reached Atlassian, whatever then came of it. */
  called(at: number): void {
    if (at < this.notBefore) this.problems.push(`called ${this.notBefore - at} ms before Retry-After allows`);
  }

  /** A wait is kept to up to one cycle: a longer one would end reporting. */
  rateLimited(at: number, seconds: number): void {
    this.notBefore = Math.max(this.notBefore, at + Math.min(seconds * 1000, this.periodMs));
  }

  carriedOut(at: number, accounts: readonly string[], answer: Said): void {
    if (accounts.length === 0 || accounts.length > 90) this.problems.push(`a batch of ${accounts.length}`);
    if (new Set(accounts).size < accounts.length) this.problems.push('an account twice in a batch');
    for (const account of accounts) this.checkAccount(account, at);
    this.last = { at, accounts, answer, settled: false };
  }

  private checkAccount(account: string, at: number): void {
    const before = this.lastTold.get(account);
    if (this.closed.has(account)) this.problems.push('a closed account was reported again');
    if (before !== undefined && at - before < this.periodMs) {
      this.problems.push(`reported after ${(at - before) / 3_600_000} h of ${this.periodMs / 3_600_000}`);
    }
  }

  /** The answer to the last call is in storage. */
  noted(): void {
    if (!this.last || this.last.settled) return;
    this.last.settled = true;
    for (const account of this.last.accounts) {
      this.lastTold.set(account, this.last.at);
    }
    this.periodMs = (this.last.answer.period ?? STANDARD_PERIOD_SECONDS) * 1000;
    for (const account of this.last.answer.closed) this.closed.add(account);
  }

  /** A function has ended: an answer that was not written down by now is lost, which only a fault may cause. */
  ended(disturbed: boolean): void {
    if (!this.last || this.last.settled) return;
    if (!disturbed) this.problems.push('an answer was dropped');
    this.last = undefined;
  }

  /** Whether Atlassian said that the account is closed, and the app has noted it. */
  saidClosed(account: string): boolean {
    return this.closed.has(account);
  }
}
