import { createRequire } from 'node:module';
import type { LocalForge } from '../contract';
import { openLocalForge } from '../forge';
import type { JiraSite } from '../jira/types';
import type { LoadedRow, StoredRow } from '../storage';
import { logEntries, type Meanwhile, type OnLogged } from './log-entries';
import { siteAtFirst } from './site-at-first';
import type { KeptRows } from './kept-rows';
import type { LoggedTime } from './time-entry';

interface LoadOptions {
  manifestFile: string;
  /** The app's code as one CommonJS file. */
  bundle: string;
  site: JiraSite;
  /** Key of the module through which the app lets people log time. */
  moduleKey: string;
  /** Is each entry logged on its own day, rather than now? Their days must then be in order. */
  onTheirDays: boolean;
  onLogged?: OnLogged;
  meanwhile?: Meanwhile | undefined;
  /** Gives the rows of an earlier load of the same, or makes and keeps them. */
  kept?: KeptRows | undefined;
}

const packages = createRequire(__filename);

/** The bundle in this process, fresh: no state of an earlier load is in it. */
async function loadBundle(file: string): Promise<Record<string, unknown>> {
  delete packages.cache[packages.resolve(file)];
  return packages(file) as Record<string, unknown>;
}

function identity({ store, entityName = '', key }: StoredRow): string {
  return `${store} ${entityName} ${key}`;
}

/** The rows that are new or differ from before. */
function changedRows(before: StoredRow[], after: StoredRow[]): StoredRow[] {
  const known = new Map(before.map((row) => [identity(row), JSON.stringify(row.value)]));
  return after.filter((row) => known.get(identity(row)) !== JSON.stringify(row.value));
}

/**
 * Loads entries as if each had been logged by its person through the app: the app runs in this process on a second
 * local Forge in memory, which is quick, and what it wrote there is put into the first one's storage at once.
 */
export async function loadEntries(
  forge: LocalForge,
  entries: LoggedTime[],
  options: LoadOptions,
): Promise<void> {
  const { storageId } = forge.installations.get();
  const before = forge.storage.dump(storageId);
  const rows = (): Promise<LoadedRow[]> => rowsOf(before, forge.clock.now(), entries, options);
  await forge.storage.load(storageId, await (options.kept?.(before, rows) ?? rows()));
}

/** What an app whose rows are `before` adds and changes when these entries are logged. */
async function rowsOf(
  before: StoredRow[],
  now: number,
  entries: LoggedTime[],
  options: LoadOptions,
): Promise<LoadedRow[]> {
  const { manifestFile, bundle, site, moduleKey, onLogged = () => undefined, meanwhile } = options;
  const begin = options.onTheirDays ? Date.parse(entries[0]?.startedOn ?? '') || now : now;
  const stage = await openLocalForge({
    manifest: manifestFile,
    app: { kind: 'module', files: { index: () => loadBundle(bundle) } },
    startAt: begin,
    callMs: 0,
    storage: { quotas: 'off', queryLagMs: 0 },
    site: siteAtFirst(site),
  });
  try {
    const stageId = stage.installations.get().storageId;
    await stage.storage.load(stageId, before);
    const until = options.onTheirDays ? now : undefined;
    await logEntries(stage, moduleKey, entries, { onLogged, until, meanwhile });
    // What was queued on the way is done there: the events themselves are not carried over.
    await stage.queue.settle({ delayed: true });
    return changedRows(before, stage.storage.dump(stageId));
  } finally {
    await stage.close();
  }
}
