import type { LocalForge, LocalForgeOptions } from './contract';
import { NotModelledError } from './errors';
import { createInstallations, type InstallationBook } from './installations';
import { createLocalJira } from './jira';
import type { JiraSite, LocalJira, Person } from './jira/types';
import { requestAsViewer } from './jira/viewer';
import { openGround, type Ground } from './ground';
import { createProductEvents, type ProductEvents } from './product-events';
import { invokeFromBrowser } from './runtime/front-end';
import { createSchedule } from './schedule';
import { createWebTriggers } from './web-trigger';

export type * from './contract';
export { InvocationFailed, LocalForgeError, NotModelledError } from './errors';
export { parseManifest, readManifest } from './manifest';

const EMPTY_SITE: JiraSite = { people: [], projects: [], issues: [] };
/** How often a ticking clock looks for what is due, in milliseconds. */
const TICK_MS = 200;

/** Starts a Forge on this machine for one app; the app is installed on one Jira site, more can follow. */
export async function openLocalForge(options: LocalForgeOptions): Promise<LocalForge> {
  const ground = await openGround(options);
  const { manifest, clock, queue, invoke } = ground;
  const events = createProductEvents({ ...ground, now: clock.now });
  const installations = openInstallations(options, ground, events);
  const installed = (): ReturnType<InstallationBook['installed']> => installations.installed();
  const schedule = createSchedule({ ...ground, now: clock.now, installed });
  const webTriggers = createWebTriggers({
    ...ground.webTriggerUrls,
    invoke,
    installation: (id) => (id === undefined ? installed()[0] : installations.find(id)),
  });
  ground.sources.push(queue, schedule, events, installations);
  const control = queue.connect(invoke, clock);
  if (installations.list().length === 0) await installations.create();
  const stop = clock.ticking ? startTicking(ground) : () => undefined;
  return {
    manifest,
    clock,
    schedule,
    webTriggers,
    installations,
    queue: control,
    storage: ground.storage,
    faults: ground.faults,
    invocations: ground.records,
    atlassian: ground.reportApi,
    unmodelled: ground.unmodelled,
    undelivered: ground.undelivered,
    lateCalls: ground.lateCalls,
    jira: (installations.list()[0] ?? installations.get()).jira,
    invoke: async (request) =>
      invokeFromBrowser(manifest, invoke, installations.get(request.installation), request),
    requestJira: jiraForPages(options, ground, installations),
    webTrigger: webTriggers.call,
    events: {
      mode: events.mode,
      emit: (name, payload, id) => events.emit(name, payload, installations.get(id)),
    },
    kept: () => {
      clock.keep();
      return { rows: ground.storage.kept(), tables: ground.state.kept() };
    },
    close: async () => {
      stop();
      clock.keep();
      await ground.host.close();
      await ground.storage.close();
      await ground.state.close();
    },
  };
}

/** What a page asks of Jira itself: no door of a function notes what of it is not modelled. */
function jiraForPages(
  options: LocalForgeOptions,
  { clock, manifest, reportApi, unmodelled }: Ground,
  installations: InstallationBook,
): LocalForge['requestJira'] {
  return async (accountId, path, init, id) => {
    const context = {
      jira: installations.get(id).jira,
      now: clock.now(),
      closedAfterMs: reportApi.settings.closedAfterMs,
      ownAnswers: options.jiraAnswers,
    };
    try {
      return requestAsViewer(context, manifest.scopes, accountId, path, init);
    } catch (error) {
      if (error instanceof NotModelledError) unmodelled.push(error.what);
      throw error;
    }
  };
}

function openInstallations(
  options: LocalForgeOptions,
  ground: Ground,
  events: ProductEvents,
): InstallationBook {
  const { clock, state } = ground;
  let first: LocalJira | undefined;
  const openJira = (cloudId: string, own: JiraSite | undefined): LocalJira => {
    if (!own && first) return first;
    const jira: LocalJira = createLocalJira({
      site: own ?? options.site ?? EMPTY_SITE,
      now: clock.now,
      changes: state.table<Person>(`people-${cloudId}`),
      emit: async (name, payload) => {
        for (const installation of book.installed()) {
          if (installation.jira === jira) await events.emit(name, payload, installation);
        }
      },
    });
    first ??= jira;
    return jira;
  };
  const book: InstallationBook = createInstallations({
    ...ground,
    now: clock.now,
    openJira,
    emit: (name, payload, installation) => events.emit(name, payload, installation),
  });
  ground.installations.book = book;
  return book;
}

/** Delivers what falls due while real time passes; what a delivery throws is shown and does not stop the rest. */
function startTicking({ clock, sources, unmodelled }: Ground): () => void {
  let busy = false;
  const deliver = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    try {
      await clock.advance(0);
    } catch (error) {
      unmodelled.push(error instanceof Error ? error.message : String(error));
    } finally {
      busy = false;
    }
  };
  const timer = setInterval(() => {
    if (sources.some((source) => (source.nextDueAt() ?? Infinity) <= clock.now())) void deliver();
  }, TICK_MS);
  timer.unref();
  return () => clearInterval(timer);
}
