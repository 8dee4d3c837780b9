import type { DueSource } from '../agenda';
import { LocalForgeError } from '../errors';
import type { JiraSite, LocalJira } from '../jira/types';
import { modulesOf, type ParsedManifest } from '../manifest';
import { INVOCATION_LIMITS } from '../runtime/limits';
import type { Invoker } from '../runtime/invoker';
import type { InvocationRecord } from '../runtime/records';
import type { LocalStorage } from '../storage';
import type { State, Table } from '../state';
import type { Installation, Installations, NewInstallation } from './types';

export type * from './types';

const DAY = 24 * 60 * 60 * 1000;
/** Atlassian keeps the store of an uninstalled app so long … */
const KEPT_MS = 28 * DAY;
/** … and re-links it on request within ("Data lifecycle for Forge-hosted storage", documented). */
const RELINK_MS = 21 * DAY;

interface InstallationOptions {
  manifest: ParsedManifest;
  now: () => number;
  state: State;
  storage: LocalStorage;
  invoke: Invoker;
  /** Opens the Jira site of a new installation; without a site, the first one's. */
  openJira(cloudId: string, site: JiraSite | undefined): LocalJira;
  emit(name: string, payload: Record<string, unknown>, installation: Installation): Promise<unknown>;
}

/** What is kept across restarts. */
interface StoredInstallation extends Omit<Installation, 'jira'> {
  site?: JiraSite;
  /** The store was emptied for good. */
  purged?: boolean;
}

export interface InstallationBook extends Installations, DueSource {
  /** Only those the app is still installed on. */
  installed(): Installation[];
  /** One that is still installed, or undefined. */
  find(id: string): Installation | undefined;
}

export function createInstallations(options: InstallationOptions): InstallationBook {
  const table = options.state.table<StoredInstallation>('installations');
  const jiras = new Map<string, LocalJira>();
  const withJira = (stored: StoredInstallation): Installation => {
    let jira = jiras.get(stored.id);
    if (!jira) jiras.set(stored.id, (jira = options.openJira(stored.cloudId, stored.site)));
    const { id, cloudId, installedAt, uninstalledAt, storageId } = stored;
    return {
      id,
      cloudId,
      jira,
      installedAt,
      storageId,
      ...(uninstalledAt === undefined ? {} : { uninstalledAt }),
    };
  };
  const list = (): Installation[] => table.values().map(withJira);
  const installed = (): Installation[] => list().filter(({ uninstalledAt }) => uninstalledAt === undefined);
  const get = (id?: string): Installation => {
    const found = id === undefined ? installed()[0] : installed().find((one) => one.id === id);
    if (!found) throw new LocalForgeError(`The app is not installed as ${id ?? 'anything'}.`);
    return found;
  };
  return {
    list,
    installed,
    get,
    find: (id) => {
      const stored = table.get(id);
      return stored && stored.uninstalledAt === undefined ? withJira(stored) : undefined;
    },
    create: async (wanted = {}) => {
      const stored = newInstallation(wanted, table.values().length + 1, options.now());
      table.set(stored.id, stored);
      const installation = withJira(stored);
      await options.emit('avi:forge:installed:app', installedEvent(options, stored, wanted), installation);
      return installation;
    },
    uninstall: async (id) => {
      const installation = get(id);
      const records = await runPreUninstall(options, installation);
      const stored = table.get(installation.id);
      if (stored) table.set(stored.id, { ...stored, uninstalledAt: options.now() });
      return records;
    },
    relink: (uninstalledId, id) => relink(table, options.now(), uninstalledId, id),
    nextDueAt: () => earliest(purges(table).map(({ dueAt }) => dueAt)),
    deliverDue: async (now) => {
      for (const { stored, dueAt } of purges(table)) {
        if (dueAt > now) continue;
        table.set(stored.id, { ...stored, purged: true });
        if (!isLinked(table, stored)) await options.storage.empty(stored.storageId);
      }
    },
  };
}

function newInstallation({ id, site }: NewInstallation, number: number, now: number): StoredInstallation {
  const tail = String(number).padStart(12, '0');
  const own = id ?? `3f0b7c1e-5d42-4c8a-9b1f-${tail}`;
  return {
    id: own,
    cloudId: `5c1d0a2e-77b3-4e19-8a6d-${tail}`,
    installedAt: now,
    storageId: own,
    ...(site ? { site } : {}),
  };
}

/** "Life cycle events", "Installation" (documented). */
function installedEvent(
  { manifest }: InstallationOptions,
  { id }: StoredInstallation,
  { installerAccountId }: NewInstallation,
): Record<string, unknown> {
  const app = { id: manifest.appId, version: '1.0.0' };
  return { id, app, ...(installerAccountId === undefined ? {} : { installerAccountId }) };
}

async function runPreUninstall(
  { manifest, invoke }: InstallationOptions,
  installation: Installation,
): Promise<InvocationRecord[]> {
  const records: InvocationRecord[] = [];
  for (const module of modulesOf(manifest, 'preUninstall')) {
    const { record } = await invoke({
      source: 'preUninstall',
      functionKey: module.function ?? '',
      moduleKey: module.key,
      installation,
      timeoutMs: INVOCATION_LIMITS.preUninstallSeconds * 1000,
      payload: {
        context: { cloudId: installation.cloudId, moduleKey: module.key },
        contextToken: 'local',
      },
    });
    records.push(record);
  }
  return records;
}

function purges(table: Table<StoredInstallation>): { stored: StoredInstallation; dueAt: number }[] {
  return table.values().flatMap((stored) => {
    if (stored.uninstalledAt === undefined || stored.purged) return [];
    return [{ stored, dueAt: stored.uninstalledAt + KEPT_MS }];
  });
}

function isLinked(table: Table<StoredInstallation>, { id, storageId }: StoredInstallation): boolean {
  return table.values().some((other) => other.id !== id && other.storageId === storageId && !other.purged);
}

function earliest(instants: number[]): number | undefined {
  return instants.length === 0 ? undefined : Math.min(...instants);
}

function relink(table: Table<StoredInstallation>, now: number, uninstalledId: string, id: string): void {
  const old = table.get(uninstalledId);
  const current = table.get(id);
  if (old?.uninstalledAt === undefined) throw new LocalForgeError(`${uninstalledId} was not uninstalled.`);
  if (!current || current.uninstalledAt !== undefined) throw new LocalForgeError(`${id} is not installed.`);
  const days = (now - old.uninstalledAt) / DAY;
  if (days > RELINK_MS / DAY) {
    throw new LocalForgeError(
      `Uninstalled ${days.toFixed(1)} days ago; at most ${RELINK_MS / DAY} allow a re-link.`,
    );
  }
  table.set(id, { ...current, storageId: old.storageId });
}
