import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { HandlerFiles, LocalForge } from '../contract';
import { faultyEntries } from '../data/file-faults';
import { keptRows, type KeptRows } from '../data/kept-rows';
import { loadEntries } from '../data/load-entries';
import { EntriesRefused } from '../data/log-entries';
import { madeUpSite, type MadeUpSite } from '../data/made-up-site';
import { storyTeller, type Moment } from '../data/made-up-story';
import type { ReadEntries } from '../data/read-entries';
import { contradictions, withEntries } from '../data/site-from-entries';
import type { LoggedTime } from '../data/time-entry';
import { openLocalForge } from '../forge';
import type { OwnAnswers } from '../jira/request';
import type { JiraSite } from '../jira/types';
import { fileOf } from '../runtime/module-host';
import type { Addresses } from './addresses';
import { faultSwitches, type FaultSwitches } from './fault-presets';
import { keepSite, readKeptSite, type KeptSite } from './jira-file';
import { openKeptTime, type KeptTime } from './kept-time';
import { LOCALES } from './session';
import { pageModules, type PageModule, type Place } from './page-modules';
import { openPanelPlacement, type PanelPlacement } from './panel-placement';

/** Says what is going on while it is going on; `share` goes from 0 to 1. */
export interface Reporter {
  step(text: string): void;
  progress(text: string, share: number): void;
}

/** Entries of a file, named by the file's digest so that they are loaded once. */
export interface EntryFile extends ReadEntries {
  name: string;
  digest: string;
}

interface WorldOptions {
  directory: string;
  files: HandlerFiles<string>;
  manifestFile: string;
  addresses: Addresses;
  file?: EntryFile;
  /** Folder in which what the made-up entries come to is kept for the next new site; without it none are loaded. */
  keptRowsIn?: string | undefined;
  jiraAnswers?: OwnAnswers | undefined;
  report: Reporter;
}

/** One local Forge and what the site remembers beside it; a reset ends one and begins the next. */
export interface World {
  forge: LocalForge;
  modules: PageModule[];
  panels: PanelPlacement;
  faults: FaultSwitches;
  time: KeptTime;
  close(): Promise<void>;
}

const LOCAL_CODE = path.join(__dirname, '..');
const DEFAULT_ENTRIES = 'default entries';

async function openForge(options: WorldOptions, kept: KeptSite, time: KeptTime): Promise<LocalForge> {
  const directory = path.join(options.directory, 'forge');
  await mkdir(directory, { recursive: true });
  return openLocalForge({
    manifest: options.manifestFile,
    app: { kind: 'bundle', files: options.files },
    directory,
    startAt: Date.now() + time.aheadMs,
    ticking: true,
    site: { ...kept.jira, host: options.addresses.frameHost },
    webTriggerOrigin: options.addresses.frameOrigin,
    jiraAnswers: options.jiraAnswers,
  });
}

interface Load {
  name: string;
  what: string;
  entries: LoggedTime[];
  /** A file may reach back for longer than the app keeps anything: its entries are logged now. */
  onTheirDays: boolean;
  /** What happens on those days beside the entries. */
  story: Moment[];
}

/** What is still to be loaded: the file's entries, or the made-up ones where no file ever was. */
function toLoad(kept: KeptSite, made: MadeUpSite, file: EntryFile | undefined): Load | undefined {
  const load = file
    ? { name: file.digest, what: file.name, entries: file.entries, onTheirDays: false, story: [] }
    : {
        name: DEFAULT_ENTRIES,
        what: 'the made-up site',
        entries: kept.loaded.length === 0 ? made.entries : [],
        onTheirDays: true,
        story: made.story,
      };
  return kept.loaded.includes(load.name) || load.entries.length === 0 ? undefined : load;
}

async function load(
  world: World,
  jira: JiraSite,
  { what, entries, onTheirDays, story }: Load,
  options: WorldOptions,
): Promise<void> {
  const { manifestFile, report } = options;
  const bundle = fileOf(options.files, 'index');
  const keyOf = (place: Place): string | undefined =>
    world.modules.find((module) => module.place === place)?.key;
  const person = keyOf('issue-panel');
  if (person === undefined)
    throw new Error('The manifest has no issue panel, through which entries are logged.');
  const modules = { person, administrator: keyOf('admin') ?? person };
  report.step(`Loading ${entries.length.toLocaleString('en')} entries of ${what} into the app`);
  const onLogged = (share: number): void => report.progress('entries', share);
  await loadEntries(world.forge, entries, {
    manifestFile,
    bundle,
    site: jira,
    moduleKey: person,
    onTheirDays,
    onLogged,
    meanwhile: storyTeller(story, world.forge.clock.now(), modules),
    kept: onTheirDays ? await keptYear({ jira, entries, story }, options) : undefined,
  });
}

/** The made-up year, which is the same until the day, the app or what makes it changes. */
async function keptYear(
  made: MadeUpSite,
  { keptRowsIn, manifestFile, files: app }: WorldOptions,
): Promise<KeptRows | undefined> {
  if (keptRowsIn === undefined) return undefined;
  const code = (await readdir(LOCAL_CODE, { recursive: true })).filter((name) => name.endsWith('.ts')).sort();
  const files = [manifestFile, ...Object.values(app), ...code.map((name) => path.join(LOCAL_CODE, name))];
  const contents = await Promise.all(files.map((file) => readFile(file)));
  return keptRows(keptRowsIn, [JSON.stringify(made), ...contents]);
}

/** Loads what is missing; where the app refuses any of a file, nothing of it is loaded. */
async function loadAll(world: World, kept: KeptSite, missing: Load, options: WorldOptions): Promise<void> {
  try {
    await load(world, kept.jira, missing, options);
    // Not before: a file that cannot be loaded leaves nobody on the site.
    await keepSite(options.directory, { ...kept, loaded: [...kept.loaded, missing.name] });
  } catch (error) {
    await world.close();
    throw error instanceof EntriesRefused && options.file ? faultyEntries(options.file, error.faults) : error;
  }
}

/** The site with what the file has that it did not have. @throws EntryFileError where the two contradict each other */
function siteWith(before: KeptSite, file: EntryFile | undefined): KeptSite {
  if (!file) return before;
  const faults = contradictions(before.jira, file.entries);
  if (faults.length > 0) throw faultyEntries(file, faults);
  return { ...before, jira: withEntries(before.jira, file.entries) };
}

/**
 * Opens the world kept in a directory, or makes a new one there with its data.
 * @throws EntryFileError where the file cannot be loaded; the directory then is as it was
 */
export async function openWorld(options: WorldOptions): Promise<World> {
  const { directory, addresses, file, report } = options;
  const time = await openKeptTime(await ensured(directory));
  const made = madeUpSite(Date.now() + time.aheadMs);
  const before = (await readKeptSite(directory)) ?? { jira: made.jira, loaded: [] };
  const kept = siteWith(before, file);
  report.step('Starting Forge on this machine');
  const forge = await openForge(options, kept, time);
  const world: World = {
    forge,
    modules: pageModules(forge.manifest, addresses.appOrigin, LOCALES[0]),
    panels: await openPanelPlacement(directory),
    faults: faultSwitches(() => forge),
    time,
    close: () => forge.close(),
  };
  const missing = options.keptRowsIn === undefined ? undefined : toLoad(kept, made, file);
  if (missing) await loadAll(world, kept, missing, options);
  else if (file) report.step(`The entries of ${file.name} were loaded before; --reset loads them anew`);
  return world;
}

async function ensured(directory: string): Promise<string> {
  await mkdir(directory, { recursive: true });
  return directory;
}
