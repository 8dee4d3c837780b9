import { createHash } from 'node:crypto';
import type { LocalForge } from '../../local/forge';
import type { StoredRow } from '../../local/storage';
import { recordIdOf } from '../../src/privacy/digest';
import { personOf, type TestPerson } from '../behaviour/person';
import { Expected, type Model } from './expected';
import type { Happening } from './happening';
import { nextEnd, setBack, writeAsLater } from './raw-changes';
import { stored } from './stored';
import { comeAndGo, type Uninstall } from './uninstalling';

const HASH = createHash('sha256').update('code').digest('hex');
/** Answers after which nothing was changed for certain. */
const REFUSALS: ReadonlySet<string> = new Set(['CONFLICT', 'NOT_FOUND']);
const DAY_MS = 86_400_000;

/** Lives a history on a local Forge and keeps the model beside it; ambiguous answers are settled by a raw look. */
export class World {
  readonly expected: Expected;
  private readonly admin: TestPerson;
  private readonly undos = new Map<string, string>();
  private backup: { rows: StoredRow[]; model: Model } | undefined;
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
    keptDays?: number,
  ) {
    this.admin = personOf(forge, adminId);
    this.expected = new Expected(forge, accountIds, keptDays);
  }

  async live(happenings: readonly Happening[]): Promise<void> {
    for (const happening of happenings) {
      await this.happen(happening);
      if (this.anew) this.expected.forget();
      this.anew = false;
      this.expected.settle();
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
      case 'undo':
        await this.undo(this.idOf(happening.who));
        break;
      case 'erase':
        await this.erase(this.idOf(happening.who), happening.by);
        break;
      case 'together':
        await Promise.all(happening.happenings.map((one) => this.happen(one)));
        break;
      case 'lanes':
        await Promise.all(happening.lanes.map((lane) => this.inTurn(lane)));
        break;
      case 'backup':
        this.takeBackup();
        break;
      case 'restore':
        await this.restore();
        break;
      case 'later-version':
        await writeAsLater(this.forge);
        break;
      case 'near-end':
        await this.goNearEnd(happening.minutes);
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

  private async inTurn(happenings: readonly Happening[]): Promise<void> {
    for (const happening of happenings) await this.happen(happening);
  }

  private takeBackup(): void {
    this.backup = { rows: stored(this.forge).rows, model: this.expected.copy() };
  }

  /** What a restored backup holds is what holds again: whoever was erased since is there, whoever came since is not. */
  private async restore(): Promise<void> {
    if (!this.backup) return;
    await setBack(this.forge, this.backup.rows);
    this.expected.setBack(this.backup.model);
  }

  private async goNearEnd(minutes: number): Promise<void> {
    const end = nextEnd(this.forge, this.expected.keptDays, 40 * DAY_MS);
    const to = (end ?? 0) + minutes * 60_000;
    if (to > this.forge.clock.now()) await this.forge.clock.set(to);
  }

  private idOf(who: number): string {
    return this.accountIds[who % this.accountIds.length] ?? '';
  }

  private person(accountId: string): TestPerson {
    return personOf(this.forge, accountId);
  }

  private async log(accountId: string, day: number, minutes: number): Promise<void> {
    const requestId = this.nextRequestId();
    // What lies further back than entries are kept is refused.
    const daysBack = day % (this.expected.keptDays ?? Infinity);
    const startedOn = new Date(this.forge.clock.now() - daysBack * DAY_MS).toISOString().slice(0, 10);
    const key = `${accountId}#${recordIdOf(accountId, { fromClient: requestId })}`;
    const answered = this.expected.asks(key, { seconds: minutes * 60, startedOn });
    const answer = await this.attempt(() =>
      this.person(accountId).user('logTime', { requestId, startedOn, duration: `${minutes}m` }),
    );
    answered(answer !== undefined && !answer.error);
  }

  private async delete(accountId: string, share: number): Promise<void> {
    const ids = [...this.expected.entriesOf(accountId).keys()].filter((_, at) => at % 3 < share);
    if (ids.length === 0) return;
    ids.forEach((id) => this.expected.mayDelete(`${accountId}#${id}`));
    const answer = await this.attempt(() => this.person(accountId).user('deleteEntries', { ids }));
    if (answer?.undo !== undefined) this.undos.set(accountId, answer.undo);
  }

  private async undo(accountId: string): Promise<void> {
    const undo = this.undos.get(accountId);
    if (undo !== undefined) await this.attempt(() => this.person(accountId).user('undoChange', { undo }));
  }

  private async restrict(accountId: string, restricted: boolean): Promise<void> {
    const answer = await this.attempt(() => this.person(accountId).user('setRestriction', { restricted }));
    if (answer?.error && REFUSALS.has(answer.error.code)) return;
    this.expected.asksRestriction(accountId, answer && !answer.error ? restricted : 'unanswered');
  }

  private async erase(accountId: string, by: 'person' | 'administrator'): Promise<void> {
    this.expected.asksErasure(accountId);
    await this.attempt(() =>
      by === 'person'
        ? this.person(accountId).user('eraseMyData', { receiptHash: HASH })
        : this.admin.admin('erasePerson', { accountId, reason: 'person-asked', receiptHash: HASH }),
    );
  }

  /** An installation is uninstalled once: another at the same moment is none. */
  private async uninstall(uninstall: Uninstall): Promise<void> {
    if (this.leaving) return;
    this.leaving = true;
    this.backup = undefined;
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
