import { createHash } from 'node:crypto';
import type { FaultOutcome } from '../../local/faults/types';
import type { LocalForge } from '../../local/forge';
import { recordIdOf } from '../../src/privacy/client-token';
import { groundsOf } from '../../src/privacy/person/standing';
import { personOf, type TestPerson } from '../behaviour/person';
import { isStoreInUse, stored, type Stored } from './stored';
import { comeAndGo, type Uninstall } from './uninstalling';

/** One thing that happens in a random history. */
export type Happening =
  | { what: 'log'; who: number; day: number; minutes: number }
  | { what: 'delete'; who: number; share: number }
  | { what: 'erase'; who: number; by: 'person' | 'administrator' }
  | { what: 'restrict'; who: number; restricted: boolean }
  | { what: 'export'; who: number }
  | { what: 'wait'; minutes: number }
  | { what: 'fault'; calls: number; outcome: FaultOutcome }
  | { what: 'daily' }
  | Uninstall
  /** Several at the same moment: their calls to the platform interleave. */
  | { what: 'together'; happenings: Happening[] };

/** What a simple model says is held: entries by person, and who restricted the use of theirs. */
export interface Model {
  entries: Map<string, Map<string, number>>;
  restricted: Set<string>;
}

const HASH = createHash('sha256').update('code').digest('hex');
/** Answers after which nothing was changed for certain. */
const REFUSALS: ReadonlySet<string> = new Set(['CONFLICT', 'NOT_FOUND']);
const START = Date.UTC(2026, 2, 2);
const DAY_MS = 86_400_000;

/** Lives a history on a local Forge and keeps the model beside it; ambiguous answers are settled by a raw look. */
export class World {
  readonly model: Model = { entries: new Map(), restricted: new Set() };
  private readonly admin: TestPerson;
  /** Seconds of every entry that anyone ever asked to log, by key. */
  private readonly asked = new Map<string, number>();
  /** Keys of entries that must be there: held before, or confirmed by the present happening. */
  private promised = new Set<string>();
  /** Who asked for a restriction or its end in the present happening, and what of it was answered as done. */
  private readonly restrictions = new Map<string, Array<boolean | 'unanswered'>>();
  /** Who was asked to be erased in the present happening. */
  private readonly gone = new Set<string>();
  /** The present store is another one, or is emptied: nothing of before is in it. */
  private anew = false;
  /** Stores that the app left empty. */
  private readonly leftEmpty: string[] = [];
  private leaving = false;
  private requests = 0;

  constructor(
    readonly forge: LocalForge,
    readonly accountIds: readonly string[],
    adminId: string,
  ) {
    this.admin = personOf(forge, adminId);
  }

  async live(happenings: readonly Happening[]): Promise<void> {
    for (const happening of happenings) {
      await this.happen(happening);
      if (this.anew) this.forget();
      this.settle();
      this.assertLeftEmpty();
    }
    this.forge.faults.clear();
  }

  private async happen(happening: Happening): Promise<void> {
    switch (happening.what) {
      case 'log':
        await this.log(this.idOf(happening.who), happening.day, happening.minutes);
        break;
      case 'delete':
        await this.delete(this.idOf(happening.who), happening.share);
        break;
      case 'erase':
        await this.erase(this.idOf(happening.who), happening.by);
        break;
      case 'together':
        await Promise.all(happening.happenings.map((one) => this.happen(one)));
        break;
      case 'restrict':
        await this.restrict(this.idOf(happening.who), happening.restricted);
        break;
      case 'export':
        await this.attempt(() => this.person(this.idOf(happening.who)).user('exportPage'));
        break;
      case 'wait':
        await this.forge.clock.advance(happening.minutes * 60_000);
        break;
      case 'fault':
        this.forge.faults.add({ times: happening.calls, outcome: happening.outcome });
        break;
      case 'uninstall':
        await this.uninstall(happening);
        break;
      case 'daily':
        await this.attempt(() => this.forge.schedule.run('daily'));
    }
  }

  private idOf(who: number): string {
    return this.accountIds[who % this.accountIds.length] ?? '';
  }

  private person(accountId: string): TestPerson {
    return personOf(this.forge, accountId);
  }

  private async log(accountId: string, day: number, minutes: number): Promise<void> {
    const requestId = this.nextRequestId();
    const startedOn = new Date(START - day * DAY_MS).toISOString().slice(0, 10);
    const key = `${accountId}#${recordIdOf(accountId, { fromClient: requestId })}`;
    this.asked.set(key, minutes * 60);
    const answer = await this.attempt(() =>
      this.person(accountId).user('logTime', { requestId, startedOn, duration: `${minutes}m` }),
    );
    if (answer && !answer.error) this.promised.add(key);
  }

  private async delete(accountId: string, share: number): Promise<void> {
    const ids = [...this.entriesOf(accountId).keys()].filter((_, at) => at % 3 < share);
    if (ids.length === 0) return;
    ids.forEach((id) => this.promised.delete(`${accountId}#${id}`));
    await this.attempt(() => this.person(accountId).user('deleteEntries', { ids }));
  }

  private async restrict(accountId: string, restricted: boolean): Promise<void> {
    const answer = await this.attempt(() => this.person(accountId).user('setRestriction', { restricted }));
    if (answer?.error && REFUSALS.has(answer.error.code)) return;
    const said = answer && !answer.error ? restricted : 'unanswered';
    this.restrictions.set(accountId, [...(this.restrictions.get(accountId) ?? []), said]);
  }

  private async erase(accountId: string, by: 'person' | 'administrator'): Promise<void> {
    this.gone.add(accountId);
    await this.attempt(() =>
      by === 'person'
        ? this.person(accountId).user('eraseMyData', { receiptHash: HASH })
        : this.admin.admin('erasePerson', { accountId, reason: 'person-asked', receiptHash: HASH }),
    );
  }

  /**
   * Takes over what answers leave open, by a raw look: whether a write without an answer happened. What was answered as
   * written must be there, unless its person or the entry was being deleted at the same time.
   */
  private settle(): void {
    const store = stored(this.forge);
    const there = new Set(store.entries.map(({ key }) => key));
    const alive = new Set(store.people.map(({ accountId }) => accountId));
    for (const key of this.promised) {
      const accountId = key.slice(0, key.indexOf('#'));
      if (!there.has(key) && !this.gone.has(accountId)) throw new Error('an entry that must be there is not');
    }
    for (const [key, seconds] of this.asked) {
      const [accountId = '', id = ''] = key.split('#');
      if (there.has(key) && alive.has(accountId)) this.entriesOf(accountId).set(id, seconds);
      else this.model.entries.get(accountId)?.delete(id);
    }
    this.settleRestrictions(store);
    for (const accountId of this.gone) if (!alive.has(accountId)) this.model.entries.delete(accountId);
    this.gone.clear();
    this.promised = new Set(
      [...this.model.entries].flatMap(([accountId, own]) =>
        [...own.keys()].map((id) => `${accountId}#${id}`),
      ),
    );
  }

  /** Restrictions stand until their person lifts them or is erased, whatever else happens. */
  private settleRestrictions({ standings, rows }: Stored): void {
    // What an earlier store held is of nobody any more.
    if (!rows.some(isStoreInUse)) return;
    for (const accountId of this.accountIds) {
      const standing = standings.find((one) => one.accountId === accountId);
      const stands = standing !== undefined && groundsOf(standing).own !== undefined;
      const [answer, ...others] = this.restrictions.get(accountId) ?? [this.model.restricted.has(accountId)];
      const isSure = others.length === 0 && answer !== 'unanswered' && !this.gone.has(accountId);
      if (isSure && stands !== answer) throw new Error('a restriction is not as its person left it');
      if (stands) this.model.restricted.add(accountId);
      else this.model.restricted.delete(accountId);
    }
    this.restrictions.clear();
  }

  /** An installation is uninstalled once: another at the same moment is none. */
  private async uninstall(uninstall: Uninstall): Promise<void> {
    if (this.leaving) return;
    this.leaving = true;
    const { same, leftEmpty } = await comeAndGo(this.forge, uninstall);
    this.anew = !same;
    if (leftEmpty !== undefined) this.leftEmpty.push(leftEmpty);
    this.leaving = false;
  }

  /** What was on its way when a store was emptied has arrived by now, and must have been refused. */
  private assertLeftEmpty(): void {
    for (const storageId of this.leftEmpty) {
      const rows = JSON.stringify(this.forge.storage.dump(storageId));
      if (this.accountIds.some((accountId) => rows.includes(accountId))) {
        throw new Error('something came into a store that was closed and said to be empty');
      }
    }
  }

  /**
   * Told by the place in the history, so that the same history has the same keys again. Now and then a client makes it of
   * an account ID.
   */
  private nextRequestId(): string {
    this.requests += 1;
    const named = this.accountIds.find((accountId) => /^[A-Za-z0-9-]{16,}$/.test(accountId));
    return this.requests % 3 === 0 ? `${named}-${this.requests}` : `request-number-${this.requests}`;
  }

  private forget(): void {
    this.anew = false;
    this.model.entries.clear();
    this.model.restricted.clear();
    this.restrictions.clear();
    this.asked.clear();
    this.promised.clear();
  }

  entriesOf(accountId: string): Map<string, number> {
    const own = this.model.entries.get(accountId) ?? new Map<string, number>();
    this.model.entries.set(accountId, own);
    return own;
  }

  /** A call that may be refused, fail or die: what it did is then looked up, not assumed. */
  private async attempt<Answer>(call: () => Promise<Answer>): Promise<Answer | undefined> {
    try {
      return await call();
    } catch {
      // The function was killed.
      return undefined;
    }
  }
}
