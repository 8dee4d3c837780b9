import type { Engine } from '../../../src/privacy/engine';
import { startErasure } from '../../../src/privacy/erasure/start';
import { Refused } from '../../../src/privacy/errors';
import { noteChanged } from '../../../src/privacy/reporting/note-changed';
import { writeAbout } from '../../../src/privacy/person/write';
import type { MemoryStore } from '../../setup/memory-store';
import type { Atlassian } from './atlassian';
import type { Life } from './life';
import type { Platform } from './platform';

/** Among so many who left last, somebody comes back. */
const RECENT = 3;
/** From closing an account until Atlassian says so. */
const CLOSED_AFTER_MS = 14 * 86_400_000;
/** What was under way when a stay ended may still have been a report. */
const UNDER_WAY_MS = 900_000;

export interface PopulationOptions {
  life: Life;
  engine: Engine;
  store: MemoryStore;
  atlassian: Atlassian;
  platform: Platform;
}

/** People who come, go, come back, change and close their accounts. */
export class Population {
  /** From when each account's first cycle counts: when it joined, and no report of an earlier stay can follow. */
  readonly countsFrom = new Map<string, number>();
  private last = 0;

  constructor(private readonly options: PopulationOptions) {}

  held(): string[] {
    return [...(this.options.store.rows.get('person')?.keys() ?? [])];
  }

  /** What happens among people three times a day. */
  async liveOn(): Promise<void> {
    const { life, engine, atlassian, platform } = this.options;
    if (platform.random() < life.joins) await this.join();
    if (platform.random() < life.leaves) await this.leave();
    const accountId = this.someone();
    if (accountId === undefined) return;
    const account = atlassian.accounts.get(accountId) ?? {};
    if (platform.random() < life.closes) account.closedAt ??= platform.now + CLOSED_AFTER_MS;
    if (platform.random() < life.changes) {
      account.changedAt = platform.now;
      if (platform.random() < 0.5) await noteChanged(engine, accountId);
    }
    atlassian.accounts.set(accountId, account);
  }

  private someone(): string | undefined {
    const held = this.held();
    return held[Math.floor(this.options.platform.random() * held.length)];
  }

  /** Somebody new, or somebody who was here before. */
  async join(): Promise<void> {
    const { engine, atlassian, platform } = this.options;
    const accountId = this.returning() ?? `712020:${String((this.last += 1)).padStart(8, '0')}`;
    if (atlassian.isClosed(accountId)) return;
    try {
      await writeAbout(engine, {
        accountId,
        causedAt: new Date(platform.now),
        registers: true,
        reads: [],
        plan: ({ subject }) => (subject ? { done: undefined } : { write: [], result: undefined }),
      });
      this.countsFrom.set(accountId, Math.max(this.countsFrom.get(accountId) ?? 0, platform.now));
    } catch (error) {
      // Whoever is still being erased comes back later.
      if (!(error instanceof Refused)) throw error;
    }
  }

  private returning(): string | undefined {
    const { platform, store } = this.options;
    const gone = [...this.countsFrom.keys()]
      .filter((accountId) => !store.rows.get('person')?.has(accountId))
      .slice(-RECENT);
    return platform.random() < 0.5 ? gone[Math.floor(platform.random() * gone.length)] : undefined;
  }

  private async leave(): Promise<void> {
    const { engine, platform } = this.options;
    const accountId = this.someone();
    if (accountId === undefined) return;
    await startErasure(engine, { accountId, askedBy: 'person', marker: 'erased' });
    // Put last, for those who left lately are the first to come back.
    this.countsFrom.delete(accountId);
    this.countsFrom.set(accountId, platform.now + UNDER_WAY_MS);
  }
}
