import { addressesOf, type Addresses } from './addresses';
import { refusal } from './answers';
import { appPages } from './app-pages';
import { controlApi, type Worlds } from './control';
import { buildFrameAssets, type FrameAssets } from './frame-assets';
import { framePages } from './frame-pages';
import { lockDirectory } from './directory-lock';
import { frameRefusal, hostOf } from './gate';
import { startServer, type Handler } from './http-server';
import { answerWebTrigger, isWebTrigger } from './web-trigger-door';
import { emptyDirectory, openWorld, type EntryFile, type Reporter, type World } from './world';

export interface SiteOptions {
  /** 0 takes any free port. */
  port: number;
  /** Where everything is kept across restarts. */
  directory: string;
  /** Begin anew, with nothing of what was kept. */
  reset: boolean;
  /** The app's code as one CommonJS file. */
  bundle: string;
  manifestFile: string;
  /** The folder that the manifest's resource paths start from. */
  root: string;
  file?: EntryFile;
  report: Reporter;
}

export interface Site {
  addresses: Addresses;
  world(): Promise<World>;
  close(): Promise<void>;
}

/** The world of now; a reset puts another in its place, for which requests wait. */
function keepWorlds(open: () => Promise<World>, { directory, reset }: SiteOptions): Worlds {
  const emptied = async (): Promise<World> => {
    await emptyDirectory(directory);
    return open();
  };
  let current = reset ? emptied() : open();
  const anew = async (old: Promise<World>): Promise<World> => {
    await (await old).close();
    return emptied();
  };
  return {
    now: () => current,
    reset: async () => {
      current = anew(current);
      await current;
    },
  };
}

function siteHandler(
  options: SiteOptions,
  addresses: Addresses,
  assets: FrameAssets,
  worlds: Worlds,
): Handler {
  const { root, manifestFile } = options;
  const control = controlApi(worlds, addresses);
  const frame = framePages(assets, addresses);
  return async (request) => {
    const host = hostOf(request, addresses);
    if (!host) return refusal(403, 'This site answers only under its own address.');
    if (isWebTrigger(new URL(request.url).pathname))
      return answerWebTrigger(request, (await worlds.now()).forge);
    const refused = host === 'frame' ? frameRefusal(request, addresses) : undefined;
    if (refused !== undefined) return refusal(403, refused);
    const { resources } = (await worlds.now()).forge.manifest;
    if (host === 'app') return appPages({ root, manifestFile, resources, addresses, assets })(request);
    return (await control(request)) ?? frame(request);
  };
}

/** Starts the local Jira site on 127.0.0.1; answers once its data is there. Throws PortTaken and DirectoryInUse. */
export async function startSite(options: SiteOptions): Promise<Site> {
  const assets = await buildFrameAssets();
  const unlock = await lockDirectory(options.directory);
  let worlds: Worlds | undefined;
  const world = async (): Promise<World> => {
    if (!worlds) throw new Error('The site has no world yet.');
    return worlds.now();
  };
  const server = await startServer(options.port, (port) => {
    const addresses = addressesOf(port);
    worlds = keepWorlds(() => openWorld({ ...options, addresses }), options);
    return siteHandler(options, addresses, assets, worlds);
  }).catch(async (error: unknown) => {
    await unlock();
    throw error;
  });
  const end = async (): Promise<void> => {
    await server.close();
    await (await world()).close();
    await unlock();
  };
  let ending: Promise<void> | undefined;
  try {
    await world();
  } catch (error) {
    await server.close();
    await unlock();
    throw error;
  }
  return { addresses: addressesOf(server.port), world, close: () => (ending ??= end()) };
}
