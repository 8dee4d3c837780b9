import type { ManifestModule, ParsedManifest } from '../manifest';

export type Place = 'issue-panel' | 'personal' | 'admin' | 'configure' | 'get-started';

/** A module of the manifest that shows a page, and where in Jira it stands. */
export interface PageModule {
  key: string;
  type: string;
  title: string;
  resource: string;
  place: Place;
  /** The page's path in Jira; a panel has none. */
  path?: string;
  /** Address of its icon on the app's host. */
  icon?: string;
}

/** The same value as `getAppContext().environmentId` gives in functions. */
export const ENVIRONMENT_ID = '7b1c3a52-9a0e-4d7e-8a35-1f2f4f5c0001';

function placeOf({ type, settings }: ManifestModule): Place | undefined {
  if (type === 'jira:issuePanel') return 'issue-panel';
  if (type === 'jira:personalSettingsPage') return 'personal';
  if (type !== 'jira:adminPage') return undefined;
  if (settings['useAsConfig'] === true) return 'configure';
  return settings['useAsGetStarted'] === true ? 'get-started' : 'admin';
}

/** Paths as the manifest reference gives them for each module. */
const PATHS: Record<Exclude<Place, 'issue-panel'>, string> = {
  personal: '/jira/settings/personal/apps',
  admin: '/jira/settings/apps',
  configure: '/jira/settings/apps/configure',
  'get-started': '/jira/settings/apps/get-started',
};

function iconOf(module: ManifestModule, appOrigin: string): string | undefined {
  const icon = module.settings['icon'];
  if (typeof icon !== 'string') return undefined;
  const [, resource, file] = /^resource:([^;]+);(.+)$/.exec(icon) ?? [];
  return resource === undefined ? icon : `${appOrigin}/${resource}/${file}`;
}

/** The manifest's pages in the order of the manifest; module types without a page are left out. */
export function pageModules(manifest: ParsedManifest, appOrigin: string): PageModule[] {
  return manifest.modules.flatMap((module) => {
    const place = placeOf(module);
    const { resource, title } = module.settings;
    if (place === undefined || typeof resource !== 'string') return [];
    const icon = iconOf(module, appOrigin);
    const page: PageModule = {
      key: module.key,
      type: module.type,
      title: typeof title === 'string' ? title : module.key,
      resource,
      place,
    };
    if (place !== 'issue-panel') page.path = `${PATHS[place]}/${manifest.appId}/${ENVIRONMENT_ID}`;
    return [icon === undefined ? page : { ...page, icon }];
  });
}
