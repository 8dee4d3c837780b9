import { createHash } from 'node:crypto';
import type { DueSource } from '../agenda';
import { findModule, modulesOf, type ParsedManifest } from '../manifest';
import { LocalForgeError } from '../errors';
import { longTimeoutMs } from '../queue/consumers';
import type { Random } from '../random';
import type { Invoker } from '../runtime/invoker';
import type { InvocationRecord } from '../runtime/records';
import type { State } from '../state';
import type { ScheduleControl, ScheduleMode } from './types';

export type * from './types';

const MINUTE = 60_000;

/** "Scheduled trigger" (documented): the intervals, and the first run about five minutes after deployment. */
const INTERVALS: Record<string, number> = {
  fiveMinute: 5 * MINUTE,
  hour: 60 * MINUTE,
  day: 24 * 60 * MINUTE,
  week: 7 * 24 * 60 * MINUTE,
};
const FIRST_RUN_AFTER = 5 * MINUTE;

interface InstalledApp {
  id: string;
  cloudId: string;
  installedAt: number;
}

interface ScheduleOptions {
  manifest: ParsedManifest;
  now: () => number;
  random: Random;
  state: State;
  invoke: Invoker;
  installed(): InstalledApp[];
}

export function createSchedule(options: ScheduleOptions): ScheduleControl & DueSource {
  const mode: ScheduleMode = { doubled: 0, missed: 0 };
  const triggers = modulesOf(options.manifest, 'scheduledTrigger').map((module) => ({
    key: module.key,
    intervalMs: intervalOf(module.settings['interval']),
  }));
  const planned = options.state.table<number>('schedules');
  const plannedAt = (app: InstalledApp, key: string, intervalMs: number): number => {
    const name = `${app.id} ${key}`;
    const at = planned.get(name) ?? firstRun(app, key, intervalMs);
    if (planned.get(name) === undefined) planned.set(name, at);
    return at;
  };
  const runs = (): PlannedRun[] =>
    options.installed().flatMap((app) =>
      triggers.map(({ key, intervalMs }) => ({
        key,
        intervalMs,
        app,
        at: plannedAt(app, key, intervalMs),
      })),
    );
  const first = (): PlannedRun | undefined => runs().sort((one, other) => one.at - other.at)[0];
  return {
    mode,
    next: () => runs().map(({ key, app, at }) => ({ key, installation: app.id, at })),
    nextDueAt: () => first()?.at,
    deliverDue: async (now) => {
      const due = first();
      if (!due || due.at > now) return;
      // Runs that nobody was there for are not made up for.
      const later = Math.floor((now - due.at) / due.intervalMs + 1) * due.intervalMs;
      planned.set(`${due.app.id} ${due.key}`, due.at + later);
      if (options.random() < mode.missed) return;
      await run(options, due.key, due.app);
      if (options.random() < mode.doubled) await run(options, due.key, due.app);
    },
    run: async (key, installation) => {
      const app = options.installed().find(({ id }) => installation === undefined || id === installation);
      if (!app) throw new LocalForgeError('The app is not installed there.');
      return run(options, key, app);
    },
  };
}

interface PlannedRun {
  key: string;
  intervalMs: number;
  app: InstalledApp;
  at: number;
}

function intervalOf(name: unknown): number {
  const ms = INTERVALS[String(name)];
  if (ms === undefined) throw new LocalForgeError(`${String(name)} is no interval of a scheduled trigger.`);
  return ms;
}

/** Each installation has its own, constant place in the interval. */
function firstRun(app: InstalledApp, key: string, intervalMs: number): number {
  const place = createHash('sha256').update(`${app.id} ${key}`).digest().readUInt32BE() % intervalMs;
  const earliest = app.installedAt + FIRST_RUN_AFTER;
  return Math.ceil((earliest - place) / intervalMs) * intervalMs + place;
}

async function run(
  { manifest, invoke }: ScheduleOptions,
  key: string,
  app: InstalledApp,
): Promise<InvocationRecord> {
  const module = findModule(manifest, key);
  const { record } = await invoke({
    source: 'scheduledTrigger',
    functionKey: module.function,
    moduleKey: key,
    installation: app,
    timeoutMs: longTimeoutMs(manifest, module.function),
    payload: { context: { cloudId: app.cloudId, moduleKey: key }, contextToken: 'local' },
  });
  return record;
}
