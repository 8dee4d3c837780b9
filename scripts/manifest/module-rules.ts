import { allModules, modulesOf, type Manifest, type Module } from './manifest';

/** Atlassian's limits of scheduled triggers and invocations, in seconds where they are times. */
const LIMITS = { schedules: 5, background: 900, interactive: 55 };
const BACKGROUND = ['consumer', 'scheduledTrigger'];
const GLOBAL_PAGE = 'jira:globalPage';
const PAGES = [GLOBAL_PAGE, 'jira:personalSettingsPage', 'jira:adminPage'];
const OUTSIDE = ['remotes', 'providers', 'endpoint', 'connectModules'];

const functionsOf = (module: Module): string[] =>
  [module.function, module.resolver?.function].filter((name) => name !== undefined);

/** Keys are unique across all kinds of modules, functions included. */
export function keyRules(manifest: Manifest): string[] {
  const keys = allModules(manifest).map(({ module }) => module.key);
  return keys.filter((key, position) => keys.indexOf(key) !== position).map((key) => `key ${key} twice`);
}

/** Every named function is there, and every function is named by some module. */
export function functionRules(manifest: Manifest): string[] {
  const declared = manifest.modules.function.map(({ key }) => key);
  const used = allModules(manifest).flatMap(({ module }) => functionsOf(module));
  return [
    ...used.filter((key) => !declared.includes(key)).map((key) => `there is no function ${key}`),
    ...declared.filter((key) => !used.includes(key)).map((key) => `nothing calls function ${key}`),
  ];
}

/** Only what runs in the background may run longer than a minute. */
export function timeoutRules(manifest: Manifest): string[] {
  return manifest.modules.function.flatMap(({ key, timeoutSeconds = LIMITS.interactive }) => {
    const callers = allModules(manifest).filter(({ module }) => functionsOf(module).includes(key));
    const inBackground = callers.every(({ kind }) => BACKGROUND.includes(kind));
    const limit = inBackground ? LIMITS.background : LIMITS.interactive;
    return timeoutSeconds > limit ? [`${key} may take ${timeoutSeconds} s, at most ${limit} s`] : [];
  });
}

export function scheduleRules(manifest: Manifest): string[] {
  const { length } = modulesOf(manifest, 'scheduledTrigger');
  return length > LIMITS.schedules ? [`${length} schedules, at most ${LIMITS.schedules}`] : [];
}

/**
 * A page has Jira's heading; there is one page under Apps, as a second makes a deploy fail; and what stands on an issue
 * is shown to everyone.
 */
export function placeRules(manifest: Manifest): string[] {
  const pages = allModules(manifest).filter(({ kind }) => PAGES.includes(kind));
  const { length } = modulesOf(manifest, GLOBAL_PAGE);
  const contexts = modulesOf(manifest, 'jira:issueContext');
  return [
    ...pages
      .filter(({ module }) => module['layout'] !== 'native')
      .map(({ module }) => `${module.key} is not in the layout native`),
    ...(length > 1 ? [`${length} global pages, at most 1`] : []),
    ...(contexts.length === 0 ? ['no issue context: somebody has to put the panel on each space'] : []),
    ...contexts
      .filter((module) => 'displayConditions' in module)
      .map(({ key }) => `${key} is not on every work item`),
  ];
}

/** What would make the app reach outside of Atlassian, and so not run on Atlassian. */
export function outsideRules(manifest: Manifest): string[] {
  const places = [manifest, manifest.app, manifest.modules];
  const dynamic = modulesOf(manifest, 'webtrigger').filter(({ response }) => response?.type !== 'static');
  return [
    ...places
      .flatMap((place) => OUTSIDE.filter((key) => key in place))
      .map((key) => `${key} reaches outside`),
    ...('connect' in manifest.app ? ['app.connect reaches outside'] : []),
    ...Object.keys(manifest.permissions)
      .filter((key) => key !== 'scopes')
      .map((key) => `permissions.${key}: this app needs scopes and nothing else`),
    ...dynamic.map(({ key }) => `web trigger ${key} has no static responses`),
  ];
}

export function runtimeRules({ app: { runtime } }: Manifest): string[] {
  const { name, memoryMB = 512 } = runtime;
  return [
    ...(name === 'nodejs24.x' ? [] : [`runtime ${name}, nodejs24.x is the recommended one`]),
    ...(memoryMB >= 128 && memoryMB <= 1024 ? [] : [`${memoryMB} MB of memory, 128 to 1024 are possible`]),
  ];
}
