import { addressesOf, type Addresses } from './addresses';
import { refusal } from './answers';
import { appPages } from './app-pages';
import { controlApi, type Worlds } from './control';
import { buildFrameAssets, type FrameAssets } from './frame-assets';
import { framePages } from './frame-pages';
import { frameRefusal, hostOf } from './gate';
import { startServer, type Handler } from './http-server';
import { emptyDirectory, openWorld, type EntryFile, type Reporter, type World } from './world';

export interface SiteOptions {
  /** 0 takes any free port. */
  port: number;
  /** Where everything is kept across restarts. */
  directory: string;
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
function keepWorlds(open: () => Promise<World>, directory: string): Worlds {
  let current = open();
  const anew = async (old: Promise<World>): Promise<World> => {
    await (await old).close();
    await emptyDirectory(directory);
    return open();
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
    const refused = host === 'frame' ? frameRefusal(request, addresses) : undefined;
    if (refused !== undefined) return refusal(403, refused);
    const { resources } = (await worlds.now()).forge.manifest;
    if (host === 'app') return appPages({ root, manifestFile, resources, addresses, assets })(request);
    return (await control(request)) ?? frame(request);
  };
}

/** Starts the local Jira site on 127.0.0.1; answers once its data is there. Throws PortTaken. */
export async function startSite(options: SiteOptions): Promise<Site> {
  const assets = await buildFrameAssets();
  let worlds: Worlds | undefined;
  const server = await startServer(options.port, (port) => {
    const addresses = addressesOf(port);
    worlds = keepWorlds(() => openWorld({ ...options, addresses }), options.directory);
    return siteHandler(options, addresses, assets, worlds);
  });
  const world = async (): Promise<World> => {
    if (!worlds) throw new Error('The site has no world yet.');
    return worlds.now();
  };
  try {
    await world();
  } catch (error) {
    await server.close();
    throw error;
  }
  const close = async (): Promise<void> => {
    await server.close();
    await (await world()).close();
  };
  return { addresses: addressesOf(server.port), world, close };
}
