import { setTimeout as wait } from 'node:timers/promises';
import type { HandlerFiles } from '../contract';
import type { OwnAnswers } from '../jira/request';
import { addressesOf, type Addresses } from './addresses';
import { refusal } from './answers';
import { appPages } from './app-pages';
import { aside, begunAnew, putBack } from './begun-anew';
import { controlApi, type Worlds } from './control';
import { buildFrameAssets, type FrameAssets } from './frame-assets';
import { framePages } from './frame-pages';
import { lockDirectory } from './directory-lock';
import { assertOwn } from './own-directory';
import { frameRefusal, hostOf } from './gate';
import { startServer, type Handler } from './http-server';
import { noteLoading, type Loading } from './loading';
import { FAILURE_SHOWN_MS, loadingPage, opensPage } from './loading-page';
import { answerWebTrigger, isWebTrigger } from './web-trigger-door';
import { openWorld, type EntryFile, type Reporter, type World } from './world';

export interface SiteOptions {
  /** 0 takes any free port. */
  port: number;
  /** Where everything is kept across restarts. */
  directory: string;
  /** Begin anew, with nothing of what was kept. */
  reset: boolean;
  /** The app's code as CommonJS files, by what its handlers call them. */
  files: HandlerFiles<string>;
  manifestFile: string;
  /** The folder that the manifest's resource paths start from. */
  root: string;
  file?: EntryFile;
  /** Where what the made-up entries come to is kept, for the next new site; without it no entries are loaded. */
  keptRowsIn?: string | undefined;
  /** Answers of somebody's own for calls of Jira that are not modelled. */
  jiraAnswers?: OwnAnswers | undefined;
  report: Reporter;
  /** Told as soon as the site answers, which is before its data is there. */
  onListening?(addresses: Addresses): void;
}

export interface Site {
  addresses: Addresses;
  world(): Promise<World>;
  close(): Promise<void>;
}

/** What a request may find: a world, or one that is on its way. */
interface KeptWorlds extends Worlds {
  isThere(): boolean;
}

/** The world of now; a reset puts another in its place, for which requests wait. */
function keepWorlds(
  open: () => Promise<World>,
  { directory, reset }: SiteOptions,
  loading: Loading,
): KeptWorlds {
  let there = false;
  const followed = (opening: Promise<World>): Promise<World> => {
    there = false;
    opening.then(
      () => (there = true),
      (error: unknown) => loading.fail(error instanceof Error ? error.message : String(error)),
    );
    return opening;
  };
  const emptied = (): Promise<World> => begunAnew(directory, open);
  const first = async (): Promise<World> => {
    await putBack(directory);
    return reset ? emptied() : open();
  };
  let current = followed(first());
  const anew = async (old: Promise<World>): Promise<World> => {
    await (await old).close();
    return emptied();
  };
  return {
    now: () => current,
    isThere: () => there,
    reset: async () => {
      current = followed(anew(current));
      await current;
    },
  };
}

interface Parts {
  addresses: Addresses;
  assets: Promise<FrameAssets>;
  worlds: KeptWorlds;
  loading: Loading;
}

function siteHandler({ root, manifestFile }: SiteOptions, parts: Parts): Handler {
  const { addresses, worlds, loading } = parts;
  const control = controlApi(worlds, addresses);
  return async (request) => {
    const host = hostOf(request, addresses);
    if (!host) return refusal(403, 'This site answers only under its own address.');
    if (isWebTrigger(new URL(request.url).pathname))
      return answerWebTrigger(request, (await worlds.now()).forge);
    const refused = host === 'frame' ? frameRefusal(request, addresses) : undefined;
    if (refused !== undefined) return refusal(403, refused);
    if (host === 'frame' && !worlds.isThere() && opensPage(request)) return loadingPage(loading.look());
    const { resources } = (await worlds.now()).forge.manifest;
    const assets = await parts.assets;
    if (host === 'app') return appPages({ root, manifestFile, resources, addresses, assets })(request);
    return (await control(request)) ?? framePages(assets, addresses)(request);
  };
}

/** Opens what the site serves; nothing of it is waited for. */
function openParts(options: SiteOptions, loading: Loading, port: number): Parts {
  const addresses = addressesOf(port);
  const assets = buildFrameAssets();
  const open = async (): Promise<World> => {
    await assets;
    return openWorld({ ...options, addresses });
  };
  return { addresses, assets, loading, worlds: keepWorlds(open, options, loading) };
}

/**
 * Starts the local Jira site on 127.0.0.1. It answers at once, with a page that says how far the loading is, and this
 * ends once its data is there. Throws PortTaken and DirectoryInUse, LocalForgeError for a directory with anything else in it,
 * and what kept the data from being loaded.
 */
export async function startSite(given: SiteOptions): Promise<Site> {
  const loading = noteLoading(given.report);
  const options = { ...given, report: loading.report };
  await assertOwn(options.directory);
  await assertOwn(aside(options.directory));
  const unlock = await lockDirectory(options.directory);
  let parts: Parts | undefined;
  const server = await startServer(options.port, (port) => {
    parts = openParts(options, loading, port);
    options.onListening?.(parts.addresses);
    return siteHandler(options, parts);
  }).catch(async (error: unknown) => {
    await unlock();
    throw error;
  });
  const world = async (): Promise<World> => {
    if (!parts) throw new Error('The site has no world yet.');
    return parts.worlds.now();
  };
  const end = async (): Promise<void> => {
    await server.close();
    await (await world()).close();
    await unlock();
  };
  let ending: Promise<void> | undefined;
  try {
    await world();
  } catch (error) {
    if (loading.isWatched()) await wait(FAILURE_SHOWN_MS);
    await server.close();
    await unlock();
    throw error;
  }
  return { addresses: addressesOf(server.port), world, close: () => (ending ??= end()) };
}
