import type { LocalForge } from '../../local/forge';
import { groundsOf } from '../../src/privacy/person/grounds';
import { isStoreInUse, stored, type Stored } from './stored';

const DAY_MS = 86_400_000;
/** Daily runs that an entry may outlive its end, where lists are late and a run is cut off. */
const LATE_DAYS = 3;

/** What a simple model says is held: entries by person, and who restricted the use of theirs. */
export interface Model {
  entries: Map<string, Map<string, number>>;
  restricted: Set<string>;
  /** How long entries are kept, where that is short enough to matter. */
  keptDays: number | undefined;
}

const copyOf = ({ entries, restricted, keptDays }: Model): Model => ({
  entries: new Map([...entries].map(([accountId, own]) => [accountId, new Map(own)])),
  restricted: new Set(restricted),
  keptDays,
});

/** An entry that somebody asked to log. */
interface Asked {
  seconds: number;
  startedOn: string;
}

/** What must be in a store after what was asked and answered; what answers leave open is settled by a raw look. */
export class Expected {
  private model: Model;
  /** Every entry that anyone ever asked to log, by key. */
  private readonly asked = new Map<string, Asked>();
  /** Keys of entries that must be there: held before, or confirmed by the present happening. */
  private promised = new Set<string>();
  /** Who asked for a restriction or its end in the present happening, and what of it was answered as done. */
  private readonly restrictions = new Map<string, Array<boolean | 'unanswered'>>();
  /** Who was asked to be erased in the present happening. */
  private readonly gone = new Set<string>();

  constructor(
    private readonly forge: LocalForge,
    private readonly accountIds: readonly string[],
    keptDays?: number,
  ) {
    this.model = { entries: new Map(), restricted: new Set(), keptDays };
  }

  get keptDays(): number | undefined {
    return this.model.keptDays;
  }

  entriesOf(accountId: string): Map<string, number> {
    const own = this.model.entries.get(accountId) ?? new Map<string, number>();
    this.model.entries.set(accountId, own);
    return own;
  }

  isRestricted(accountId: string): boolean {
    return this.model.restricted.has(accountId);
  }

  /** An entry is asked for; gives what is to be called with whether it was answered as written. */
  asks(key: string, asked: Asked): (isAnswered: boolean) => void {
    this.asked.set(key, asked);
    return (isAnswered) => {
      if (isAnswered) this.promised.add(key);
    };
  }

  mayDelete(key: string): void {
    this.promised.delete(key);
  }

  asksRestriction(accountId: string, said: boolean | 'unanswered'): void {
    this.restrictions.set(accountId, [...(this.restrictions.get(accountId) ?? []), said]);
  }

  asksErasure(accountId: string): void {
    this.gone.add(accountId);
  }

  /** The store as it is now, to which it may be set back. */
  copy(): Model {
    return copyOf(this.model);
  }

  setBack(model: Model): void {
    this.model = copyOf(model);
    this.promise();
  }

  /** The store is another one, or empty. */
  forget(): void {
    this.model = { entries: new Map(), restricted: new Set(), keptDays: undefined };
    this.restrictions.clear();
    this.asked.clear();
    this.promised.clear();
  }

  /**
   * Takes over what answers leave open, by a raw look: whether a write without an answer happened. What was answered as
   * written must be there, unless its person or the entry was being deleted at the same time, or its time is over.
   */
  settle(): void {
    const store = stored(this.forge);
    const there = new Set(store.entries.map(({ key }) => key));
    const alive = new Set(store.people.map(({ accountId }) => accountId));
    this.assertPromised(there);
    for (const [key, { seconds }] of this.asked) {
      const [accountId = '', id = ''] = key.split('#');
      if (there.has(key) && alive.has(accountId)) this.entriesOf(accountId).set(id, seconds);
      else this.model.entries.get(accountId)?.delete(id);
    }
    this.settleRestrictions(store);
    for (const accountId of this.gone) if (!alive.has(accountId)) this.model.entries.delete(accountId);
    this.gone.clear();
    this.promise();
  }

  private assertPromised(there: ReadonlySet<string>): void {
    for (const key of this.promised) {
      const accountId = key.slice(0, key.indexOf('#'));
      if (!there.has(key) && !this.gone.has(accountId) && !this.mayHaveEnded(key)) {
        throw new Error('an entry that must be there is not');
      }
    }
  }

  /** Restrictions stand until their person lifts them or is erased, whatever else happens. */
  private settleRestrictions({ standings, rows }: Stored): void {
    // What an earlier store held is of nobody any more.
    if (!rows.some(isStoreInUse)) return;
    const { restricted } = this.model;
    for (const accountId of this.accountIds) {
      const standing = standings.find((one) => one.accountId === accountId);
      const stands = standing !== undefined && groundsOf(standing).own !== undefined;
      const [answer, ...others] = this.restrictions.get(accountId) ?? [restricted.has(accountId)];
      const isSure = others.length === 0 && answer !== 'unanswered' && !this.gone.has(accountId);
      if (isSure && stands !== answer) throw new Error('a restriction is not as its person left it');
      if (stands) restricted.add(accountId);
      else restricted.delete(accountId);
    }
    this.restrictions.clear();
  }

  private promise(): void {
    const held = [...this.model.entries].flatMap(([accountId, own]) =>
      [...own.keys()].map((id) => `${accountId}#${id}`),
    );
    this.promised = new Set(held);
  }

  private mayHaveEnded(key: string): boolean {
    return this.overdueMs(key) >= 0;
  }

  /** Whether an entry should have been deleted days ago. */
  hasEnded(key: string): boolean {
    return this.overdueMs(key) >= LATE_DAYS * DAY_MS;
  }

  /** Since when its last day is over: below zero where it is not. */
  private overdueMs(key: string): number {
    const { startedOn } = this.asked.get(key) ?? {};
    if (startedOn === undefined || this.keptDays === undefined) return -Infinity;
    return this.forge.clock.now() - Date.parse(startedOn) - (this.keptDays + 1) * DAY_MS;
  }
}
