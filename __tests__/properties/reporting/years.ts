import { DATA_MAP } from '../../../src/data-map';
import { REGISTER, REGISTER_KEY } from '../../../src/privacy/data-sets/cohort';
import { MARKER, type Marker } from '../../../src/privacy/data-sets/marker';
import type { Reporting } from '../../../src/privacy/data-sets/reporting';
import type { Engine, JobMessage } from '../../../src/privacy/engine';
import { runErasure } from '../../../src/privacy/erasure/run';
import { resumeErasures } from '../../../src/privacy/erasure/resume';
import { openFirst, openMore } from '../../../src/privacy/person/open-cohorts';
import { haveMerged, mergeCohorts } from '../../../src/privacy/reporting/merge';
import { runReporting, startReporting } from '../../../src/privacy/reporting/run';
import { openMemoryStore, type MemoryStore } from '../../setup/memory-store';
import { Atlassian, type Trouble } from './atlassian';
import { Ledger } from './ledger';
import { wrongOn, type Life } from './life';
import { Platform } from './platform';
import { Population } from './population';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const FUNCTION_MS = 900_000;
/** In the standard cycle, with the wait until a closed account reads so, all is done after so many calm days. */
const CALM_CYCLES = 1.5;
const CALM_DAYS = 17;
/**
 * The bound: what is due is reported by the next daily run, which may come half an hour late and is then moved away from
 * the full hour; after a trouble, by the next daily run after its end.
 */
const BOUND_MS = 25 * HOUR_MS;

/** The app's engine through years of daily schedules, with Atlassian, its users and its platform made up around it. */
export class Years {
  readonly ledger = new Ledger();
  private readonly platform: Platform;
  private readonly atlassian: Atlassian;
  private readonly store: MemoryStore;
  private readonly engine: Engine;
  private readonly population: Population;
  private answeredAt: string | undefined;
  /** The day from which the present cycle holds, or that on which all trouble ends. */
  private calmFrom: number;

  constructor(private readonly life: Life) {
    this.calmFrom = life.days;
    const platform = new Platform(life, this.ledger);
    this.platform = platform;
    this.atlassian = this.newAtlassian();
    this.store = openMemoryStore({
      map: DATA_MAP,
      now: () => platform.now,
      fate: () => platform.fate(),
      die: () => platform.dead(),
      written: (dataSet, row) => this.written(dataSet, row),
      lagMs: life.lagMs,
    });
    this.engine = this.newEngine();
    const { engine, store, atlassian } = this;
    this.population = new Population({ life, engine, store, atlassian, platform });
  }

  private newAtlassian(): Atlassian {
    const { platform, ledger, life } = this;
    return new Atlassian({
      ledger,
      now: () => platform.now,
      pass: () => platform.pass(50 + platform.random() * 3000),
      trouble: () => this.troubleNow(),
      retryAfter: () => this.retryAfter(),
      period: () => life.periods.filter(({ day }) => day <= platform.today).at(-1)?.seconds,
    });
  }

  private newEngine(): Engine {
    const { platform, atlassian, store } = this;
    return {
      store,
      queue: { push: async (message, delaySeconds) => platform.push(message, delaySeconds) },
      reports: { report: (accounts) => atlassian.report(accounts) },
      members: { ask: async () => ({ kind: 'gone' }) },
      now: () => new Date(platform.now),
      pause: async (ms) => platform.pass(ms),
      remainingMs: () => platform.remainingMs,
      installationId: () => 'a-site-of-many-years',
      mapVersion: '0123456789abcdef',
      dependents: {},
      log: () => undefined,
    };
  }

  /** Lives through all days, and then through calm ones after which nothing may be left to do; gives what went wrong. */
  async live(): Promise<string[]> {
    const { problems } = this.ledger;
    for (let crowd = 0; crowd < this.life.crowds; crowd += 1) {
      await openMore(
        this.engine,
        (await this.engine.store.get(REGISTER, REGISTER_KEY)) ?? (await openFirst(this.engine)),
      );
    }
    for (let person = 0; person < this.life.people; person += 1) await this.population.join();
    const days = (): number => this.calmFrom + (CALM_CYCLES * this.ledger.periodMs) / DAY_MS + CALM_DAYS;
    for (let day = 0; day < days() && problems.length === 0; day += 1) await this.liveDay(day);
    const closed = this.population.held().filter((accountId) => this.atlassian.isClosed(accountId));
    return [...problems, ...closed.map(() => 'a closed account is still held')];
  }

  private async liveDay(day: number): Promise<void> {
    const { platform, life } = this;
    const start = life.startsAt + day * DAY_MS;
    const wrong = wrongOn(life, day).platform;
    await this.deliverUntil(start + HOUR_MS / 2 + platform.random() * life.jitterMinutes * 60_000);
    if (wrong.has('missed') && platform.random() < 0.7) platform.disturb();
    else await this.daily();
    if (wrong.has('doubled') && platform.random() < 0.7) await this.daily();
    for (const hour of [2, 10, 18]) {
      await this.deliverUntil(start + hour * HOUR_MS);
      if (day < life.days) await this.population.liveOn();
    }
    await this.deliverUntil(start + DAY_MS);
    this.checkLateness();
  }

  private async daily(): Promise<void> {
    await this.platform.invoke(async () => {
      await startReporting(this.engine);
      await resumeErasures(this.engine);
      await haveMerged(this.engine);
      await this.forgetMarkers();
    });
  }

  /** As retention does: nothing tells a returnee from somebody new any more. */
  private async forgetMarkers(): Promise<void> {
    const now = this.engine.now().toISOString();
    const ended = [...(this.store.rows.get(MARKER.name) ?? [])].filter(
      ([, row]) => (row as Marker).endsAt < now,
    );
    if (ended.length === 0) return;
    await this.engine.store.deleteAsRead(ended.map(([key, row]) => ({ dataSet: MARKER, key, row })));
  }

  private deliverUntil(instant: number): Promise<void> {
    return this.platform.deliverUntil(instant, (message) => this.consume(message));
  }

  private async consume(message: JobMessage): Promise<number | undefined> {
    if (message.job === 'erasure') await runErasure(this.engine, message.id);
    if (message.job === 'cohorts') await mergeCohorts(this.engine);
    if (message.job !== 'reporting') return undefined;
    const end = await runReporting(this.engine);
    return end && Math.min(Date.parse(end.until), this.platform.now + FUNCTION_MS);
  }

  private written(dataSet: string, row: object): void {
    if (dataSet !== 'reporting') return;
    const { answeredAt } = row as Reporting;
    if (answeredAt === undefined || answeredAt === this.answeredAt) return;
    this.answeredAt = answeredAt;
    const { periodMs } = this.ledger;
    this.ledger.noted();
    // A new cycle makes some due at once, and others not yet.
    if (this.ledger.periodMs === periodMs) return;
    this.platform.disturb();
    this.calmFrom = Math.max(this.calmFrom, this.platform.today);
  }

  private troubleNow(): Trouble | undefined {
    const { atlassian } = wrongOn(this.life, this.platform.today);
    if (atlassian === undefined || this.platform.random() < 0.2) return undefined;
    this.platform.disturb();
    return atlassian;
  }

  private retryAfter(): number {
    const seconds = Math.ceil(this.platform.random() ** 3 * this.life.retryAfterSeconds);
    this.platform.disturb(this.platform.now + Math.min(seconds * 1000, this.ledger.periodMs));
    return seconds;
  }

  private checkLateness(): void {
    const { ledger, platform, population } = this;
    for (const accountId of population.held()) {
      const told = ledger.lastTold.get(accountId) ?? 0;
      const from = Math.max(told, population.countsFrom.get(accountId) ?? 0);
      const due = Math.max(from + ledger.periodMs, platform.disturbedAt);
      if (platform.now > due + BOUND_MS) {
        ledger.problems.push(`reported ${(platform.now - due) / HOUR_MS} h late`);
      }
      if (ledger.saidClosed(accountId) && platform.now > platform.disturbedAt + BOUND_MS) {
        ledger.problems.push('a closed answer was lost');
      }
    }
  }
}
