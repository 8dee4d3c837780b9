import { DATA_MAP } from '../../../src/data-map';
import type { Reporting } from '../../../src/privacy/data-sets/reporting';
import type { Engine, JobMessage } from '../../../src/privacy/engine';
import { startErasure } from '../../../src/privacy/erasure/fence';
import { runErasure } from '../../../src/privacy/erasure/run';
import { takeUpErasures } from '../../../src/privacy/erasure/take-up';
import { Refused } from '../../../src/privacy/refused';
import { noteChanged } from '../../../src/privacy/reporting/changed';
import { runReporting, startReporting } from '../../../src/privacy/reporting/run';
import { writeAbout } from '../../../src/privacy/writing';
import { StorageBusyError } from '../../../src/storage/failures';
import { openMemoryStore, type Fate } from '../../setup/memory-store';
import { Atlassian, type Trouble } from './atlassian';
import { Ledger } from './ledger';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const FUNCTION_MS = 900_000;
/** A stay that ended counts from the end of what was under way then. */
const UNDER_WAY_MS = 900_000;
/**
 * The bound: what is due is reported by the next daily run, which may come half an hour late and is then moved away from
 * the full hour; after a trouble, by the next daily run after its end.
 */
export const BOUND_MS = 25 * HOUR_MS;

/** Days on which something is wrong. */
export interface Spell {
  day: number;
  days: number;
  what: Trouble | 'storage' | 'crashes' | 'missed' | 'doubled' | 'queue';
}

export interface Life {
  days: number;
  seed: number;
  people: number;
  /** Chances a day. */
  joins: number;
  leaves: number;
  closes: number;
  changes: number;
  startsAt: number;
  jitterMinutes: number;
  lagMs: number;
  retryAfterSeconds: number;
  spells: Spell[];
  periods: Array<{ day: number; seconds: number | undefined }>;
}

interface QueuedEvent {
  at: number;
  message: JobMessage;
}

class QueueBusyError extends Error {}

/** The app's engine through years of daily schedules, with Atlassian, its users and its platform made up around it. */
export class Years {
  readonly ledger = new Ledger();
  private readonly random: () => number;
  private readonly atlassian: Atlassian;
  private readonly store: ReturnType<typeof openMemoryStore>;
  private readonly engine: Engine;
  private readonly since = new Map<string, number>();
  private events: QueuedEvent[] = [];
  private now: number;
  private deadline = Infinity;
  private disturbedAt = 0;
  private struck = false;
  private calm = true;
  private die: () => void = () => undefined;
  private nextAccount = 1;
  private knownPeriodMs = 7 * DAY_MS;
  private answeredAt: string | undefined;

  constructor(private readonly life: Life) {
    this.random = randomFrom(life.seed);
    this.now = life.startsAt;
    this.atlassian = new Atlassian({
      ledger: this.ledger,
      now: () => this.now,
      pass: () => this.pass(50 + this.random() * 3000),
      trouble: () => this.troubleNow(),
      retryAfter: () => this.retryAfter(),
      period: () => this.periodNow(),
      knownPeriodMs: () => this.knownPeriodMs,
    });
    this.store = openMemoryStore({
      map: DATA_MAP,
      now: () => this.now,
      fate: () => this.fate(),
      die: () => this.dead(),
      written: (dataSet, row) => this.written(dataSet, row),
      lagMs: life.lagMs,
    });
    this.engine = this.newEngine();
  }

  private newEngine(): Engine {
    return {
      store: this.store,
      queue: { push: async (message, delaySeconds) => this.push(message, delaySeconds) },
      reports: { report: (accounts) => this.atlassian.report(accounts) },
      now: () => new Date(this.now),
      pause: async (ms) => this.pass(ms),
      remainingMs: () => this.deadline - this.now,
      mapVersion: '0123456789abcdef',
      installationId: () => 'a-site-of-many-years',
      removers: {},
      log: () => undefined,
    };
  }

  /** Lives through all days, and then through a calm cycle and a half, after which nothing may be left to do. */
  async live(): Promise<string[]> {
    const { days } = this.life;
    for (let person = 0; person < this.life.people; person += 1) await this.join();
    for (let day = 0; day < days && this.ledger.problems.length === 0; day += 1) await this.liveDay(day);
    const calmDays = Math.ceil((1.5 * this.knownPeriodMs) / DAY_MS) + 17;
    for (let day = days; day < days + calmDays && this.ledger.problems.length === 0; day += 1)
      await this.liveDay(day);
    for (const accountId of this.held()) {
      if (this.atlassian.isClosed(accountId)) this.ledger.problems.push('a closed account is still held');
    }
    return this.ledger.problems;
  }

  private async liveDay(day: number): Promise<void> {
    const start = this.life.startsAt + day * DAY_MS;
    const is = (what: Spell['what']): boolean => this.spellsOn(day).some((spell) => spell.what === what);
    const run = start + 30 * 60_000 + this.random() * this.life.jitterMinutes * 60_000;
    await this.deliverUntil(run);
    this.now = Math.max(this.now, run);
    if (is('missed') && this.random() < 0.7) this.disturbedAt = this.now;
    else await this.daily();
    if (is('doubled') && this.random() < 0.7) await this.daily();
    for (let at = this.now + HOUR_MS; at < start + DAY_MS; at += 8 * HOUR_MS) {
      await this.deliverUntil(at);
      this.now = Math.max(this.now, at);
      if (day < this.life.days) await this.people();
    }
    await this.deliverUntil(start + DAY_MS);
    this.now = Math.max(this.now, start + DAY_MS);
    this.checkLateness();
  }

  private async daily(): Promise<void> {
    await this.invoke(async () => {
      await startReporting(this.engine);
      await takeUpErasures(this.engine);
    });
  }

  private async deliverUntil(until: number): Promise<void> {
    for (;;) {
      this.events.sort((one, other) => one.at - other.at);
      const [first] = this.events;
      if (!first || first.at > until || this.ledger.problems.length > 0) return;
      this.events.shift();
      this.now = Math.max(this.now, first.at);
      await this.deliver(first);
    }
  }

  private async deliver(event: QueuedEvent): Promise<void> {
    const { message } = event;
    let again: number | undefined;
    const outcome = await this.invoke(async () => {
      if (message.job === 'reporting') {
        const end = await runReporting(this.engine);
        if (end) again = Math.min(Date.parse(end.heldUntil), this.now + FUNCTION_MS);
      } else if (message.job === 'erasure') await runErasure(this.engine, message.id);
    });
    if (outcome === 'died') again = this.now + 10_000 + this.random() * 600_000;
    if (outcome === 'busy') again = this.now + 60_000;
    // Forge keeps an event for a day; some that died are never seen again.
    if (again !== undefined && (outcome !== 'died' || this.random() < 0.8))
      this.events.push({ ...event, at: again });
  }

  /** One invocation of a function: it may die, and then nothing of it goes on. */
  private async invoke(work: () => Promise<void>): Promise<'ended' | 'died' | 'busy'> {
    this.deadline = this.now + FUNCTION_MS;
    this.struck = false;
    this.calm = false;
    const death = new Promise<'died'>((resolve) => {
      this.die = () => resolve('died');
    });
    const outcome = await Promise.race([
      work().then(
        () => 'ended' as const,
        (error: unknown) => error,
      ),
      death,
    ]);
    this.calm = true;
    this.ledger.ended(this.struck);
    if (outcome === 'ended' || outcome === 'died') return outcome;
    if (outcome instanceof StorageBusyError || outcome instanceof QueueBusyError) return 'busy';
    this.ledger.problems.push(`a function threw ${String(outcome)}`);
    return 'ended';
  }

  private fate(): Fate {
    this.pass(5 + this.random() * 30);
    if (this.calm) return 'works';
    const spells = this.spellsOn(this.today());
    if (spells.some(({ what }) => what === 'crashes') && this.random() < 0.05) {
      return this.strike(this.random() < 0.5 ? 'crash-before' : 'crash-after');
    }
    if (spells.some(({ what }) => what === 'storage') && this.random() < 0.3) {
      return this.strike(this.random() < 0.5 ? 'busy' : 'lost-answer');
    }
    return 'works';
  }

  private strike(fate: Fate): Fate {
    this.struck = true;
    this.disturbedAt = this.now;
    return fate;
  }

  private dead(): Promise<never> {
    this.die();
    return new Promise(() => undefined);
  }

  private pass(ms: number): void {
    this.now = Math.ceil(this.now + ms);
  }

  private push(message: JobMessage, delaySeconds: number): void {
    if (delaySeconds < 0 || delaySeconds > 900) this.ledger.problems.push(`a delay of ${delaySeconds} s`);
    const at = this.now + delaySeconds * 1000;
    const isBad = this.spellsOn(this.today()).some(({ what }) => what === 'queue');
    if (isBad && this.random() < 0.3) {
      this.disturbedAt = this.now;
      throw new QueueBusyError();
    }
    this.events.push({ at, message });
    if (isBad && this.random() < 0.5) this.events.push({ at: at + this.random() * 600_000, message });
  }

  private written(dataSet: string, row: object): void {
    if (dataSet !== 'reporting') return;
    const { answeredAt, periodSeconds } = row as Reporting;
    if (periodSeconds * 1000 !== this.knownPeriodMs) this.disturbedAt = this.now;
    this.knownPeriodMs = periodSeconds * 1000;
    if (answeredAt === undefined || answeredAt === this.answeredAt) return;
    this.answeredAt = answeredAt;
    this.ledger.noted();
  }

  private troubleNow(): Trouble | undefined {
    const kinds = this.spellsOn(this.today()).map(({ what }) => what);
    const trouble = kinds.find((what): what is Trouble => !PLATFORM.has(what));
    if (trouble === undefined || this.random() < 0.2) return undefined;
    this.strike('works');
    return trouble;
  }

  private retryAfter(): number {
    const seconds = Math.ceil(this.random() ** 3 * this.life.retryAfterSeconds);
    this.disturbedAt = Math.max(this.disturbedAt, this.now + seconds * 1000);
    return seconds;
  }

  private periodNow(): number | undefined {
    return this.life.periods.filter(({ day }) => day <= this.today()).at(-1)?.seconds;
  }

  private spellsOn(day: number): Spell[] {
    return day < this.life.days
      ? this.life.spells.filter((spell) => spell.day <= day && day < spell.day + spell.days)
      : [];
  }

  private today(): number {
    return Math.floor((this.now - this.life.startsAt) / DAY_MS);
  }

  private held(): string[] {
    return [...(this.store.rows.get('person')?.keys() ?? [])];
  }

  /** What happens among people three times a day. */
  private async people(): Promise<void> {
    const { joins, leaves, closes, changes } = this.life;
    if (this.random() < joins) await this.join();
    if (this.random() < leaves) await this.leave();
    const accountId = this.someone();
    if (accountId === undefined) return;
    const account = this.atlassian.accounts.get(accountId) ?? {};
    if (this.random() < closes) account.closedAt ??= this.now + 14 * DAY_MS;
    if (this.random() < changes) {
      account.changedAt = this.now;
      if (this.random() < 0.5) await noteChanged(this.engine, accountId);
    }
    this.atlassian.accounts.set(accountId, account);
  }

  private someone(): string | undefined {
    const held = this.held();
    return held[Math.floor(this.random() * held.length)];
  }

  /** Somebody new, or somebody who was here before. */
  private async join(): Promise<void> {
    const held = this.store.rows.get('person');
    const gone = [...this.since.keys()].filter((accountId) => !held?.has(accountId));
    const back = this.random() < 0.5 ? gone[Math.floor(this.random() * gone.length)] : undefined;
    const accountId = back ?? `712020:${String((this.nextAccount += 1)).padStart(8, '0')}`;
    if (this.atlassian.isClosed(accountId)) return;
    try {
      await writeAbout(this.engine, {
        accountId,
        causedAt: new Date(this.now),
        registers: true,
        reads: [],
        plan: ({ subject }) => (subject ? { done: undefined } : { write: [], result: undefined }),
      });
      this.since.set(accountId, Math.max(this.since.get(accountId) ?? 0, this.now));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
    }
  }

  private async leave(): Promise<void> {
    const accountId = this.someone();
    if (accountId === undefined) return;
    await startErasure(this.engine, { accountId, askedBy: 'person', marker: 'erased' });
    this.since.set(accountId, this.now + UNDER_WAY_MS);
  }

  private checkLateness(): void {
    for (const accountId of this.held()) {
      const since = Math.max(this.ledger.lastTold.get(accountId) ?? 0, this.since.get(accountId) ?? 0);
      const due = Math.max(since + this.knownPeriodMs, this.disturbedAt);
      if (this.now > due + BOUND_MS)
        this.ledger.problems.push(`reported ${(this.now - due) / HOUR_MS} h late`);
      const noted = this.ledger.saidClosed(accountId);
      if (noted && this.now > this.disturbedAt + BOUND_MS)
        this.ledger.problems.push('a closed answer was lost');
    }
  }
}

const PLATFORM: ReadonlySet<Spell['what']> = new Set<Spell['what']>([
  'storage',
  'crashes',
  'missed',
  'doubled',
  'queue',
]);

/** Mulberry32: small, and the same on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
