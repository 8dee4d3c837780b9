import { createHash, randomUUID } from 'node:crypto';
import type { FaultOutcome, LocalForge } from '../../local/forge';
import { personOf, type TestPerson } from '../behaviour/person';
import { stored } from './stored';

/** One thing that happens in a random history. */
export type Happening =
  | { what: 'log'; who: number; day: number; minutes: number }
  | { what: 'delete'; who: number; share: number }
  | { what: 'erase'; who: number; by: 'person' | 'administrator' }
  | { what: 'restrict'; who: number; restricted: boolean }
  | { what: 'export'; who: number }
  | { what: 'wait'; minutes: number }
  | { what: 'fault'; calls: number; outcome: FaultOutcome }
  | { what: 'daily' };

/** What a simple model says is held: entries by person, and who is restricted. */
export interface Model {
  entries: Map<string, Map<string, number>>;
}

const HASH = createHash('sha256').update('code').digest('hex');
const START = Date.UTC(2026, 2, 2);
const DAY_MS = 86_400_000;

/** Lives a history on a local Forge and keeps the model beside it; ambiguous answers are settled by a raw look. */
export class World {
  readonly model: Model = { entries: new Map() };
  private readonly admin: TestPerson;

  constructor(
    readonly forge: LocalForge,
    readonly accountIds: readonly string[],
    adminId: string,
  ) {
    this.admin = personOf(forge, adminId);
  }

  async live(happenings: readonly Happening[]): Promise<void> {
    for (const happening of happenings) await this.happen(happening);
    this.forge.faults.clear();
  }

  private async happen(happening: Happening): Promise<void> {
    switch (happening.what) {
      case 'log':
        return this.log(this.idOf(happening.who), happening.day, happening.minutes);
      case 'delete':
        return this.delete(this.idOf(happening.who), happening.share);
      case 'erase':
        return this.erase(this.idOf(happening.who), happening.by);
      case 'restrict':
        await this.attempt(() =>
          this.person(this.idOf(happening.who)).user('setRestriction', { restricted: happening.restricted }),
        );
        return;
      case 'export':
        await this.attempt(() => this.person(this.idOf(happening.who)).user('exportPage'));
        return;
      case 'wait':
        await this.forge.clock.advance(happening.minutes * 60_000);
        return;
      case 'fault':
        this.forge.faults.add({ times: happening.calls, outcome: happening.outcome });
        return;
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
    const requestId = randomUUID();
    const startedOn = new Date(START - day * DAY_MS).toISOString().slice(0, 10);
    await this.attempt(() =>
      this.person(accountId).user('logTime', { requestId, startedOn, duration: `${minutes}m` }),
    );
    const written = stored(this.forge).entries.some(({ key }) => key === `${accountId}#${requestId}`);
    if (written) this.entriesOf(accountId).set(requestId, minutes * 60);
  }

  private async delete(accountId: string, share: number): Promise<void> {
    const own = this.entriesOf(accountId);
    const ids = [...own.keys()].filter((_, at) => at % 3 < share);
    if (ids.length === 0) return;
    await this.attempt(() => this.person(accountId).user('deleteEntries', { ids }));
    const left = new Set(stored(this.forge).entries.map(({ key }) => key));
    for (const id of ids) if (!left.has(`${accountId}#${id}`)) own.delete(id);
  }

  private async erase(accountId: string, by: 'person' | 'administrator'): Promise<void> {
    await this.attempt(() =>
      by === 'person'
        ? this.person(accountId).user('eraseMyData', { receiptHash: HASH })
        : this.admin.admin('erasePerson', { accountId, reason: 'person-asked', receiptHash: HASH }),
    );
    const alive = stored(this.forge).people.some((person) => person.accountId === accountId);
    if (!alive) this.model.entries.delete(accountId);
  }

  entriesOf(accountId: string): Map<string, number> {
    const own = this.model.entries.get(accountId) ?? new Map<string, number>();
    this.model.entries.set(accountId, own);
    return own;
  }

  /** A call that may be refused, fail or die: what it did is then looked up, not assumed. */
  private async attempt(call: () => Promise<unknown>): Promise<void> {
    try {
      await call();
    } catch {
      // The function was killed.
    }
  }
}
