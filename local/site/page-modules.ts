import type { ManifestModule, ParsedManifest } from '../manifest';
import { isTranslated, titleIn } from '../manifest/translations';

/** Those on an issue have no path of their own. */
type OnIssue = 'issue-panel' | 'issue-context';
export type Place = OnIssue | 'personal' | 'apps' | 'admin' | 'configure' | 'get-started';

/** What Jira draws around a page: its own heading and margins, the way there (deprecated), or nothing. */
export type Layout = 'native' | 'basic' | 'blank';
const LAYOUTS: readonly unknown[] = ['native', 'basic', 'blank'] satisfies Layout[];

/** What stands to the right of a context's label. */
export interface ContextStatus {
  type: 'badge' | 'lozenge' | 'icon';
  value: { label: string; url?: string; type?: string };
}

/** A module of the manifest that shows a page, and where in Jira it stands. */
export interface PageModule {
  key: string;
  type: string;
  title: string;
  resource: string;
  place: Place;
  layout: Layout;
  /** The page's path in Jira; what stands on an issue has none. */
  path?: string;
  /** Of a context: what its closed line says beside the title. */
  label?: string;
  status?: ContextStatus;
  /** Address of its icon on the app's host. */
  icon?: string;
}

/** The same value as `getAppContext().environmentId` gives in functions. */
export const ENVIRONMENT_ID = '7b1c3a52-9a0e-4d7e-8a35-1f2f4f5c0001';

const PLACES: Record<string, Place> = {
  'jira:issuePanel': 'issue-panel',
  'jira:issueContext': 'issue-context',
  'jira:personalSettingsPage': 'personal',
  'jira:globalPage': 'apps',
  'jira:adminPage': 'admin',
};

function placeOf({ type, settings }: ManifestModule): Place | undefined {
  const place = PLACES[type];
  if (place !== 'admin') return place;
  if (settings['useAsConfig'] === true) return 'configure';
  return settings['useAsGetStarted'] === true ? 'get-started' : 'admin';
}

/** Paths as the manifest reference gives them for each module. */
const PATHS: Record<Exclude<Place, OnIssue>, string> = {
  personal: '/jira/settings/personal/apps',
  apps: '/jira/apps',
  admin: '/jira/settings/apps',
  configure: '/jira/settings/apps/configure',
  'get-started': '/jira/settings/apps/get-started',
};

function isOnIssue(place: Place): place is OnIssue {
  return place === 'issue-panel' || place === 'issue-context';
}

function iconOf(module: ManifestModule, appOrigin: string): string | undefined {
  const icon = module.settings['icon'];
  if (typeof icon !== 'string') return undefined;
  const [, resource, file] = /^resource:([^;]+);(.+)$/.exec(icon) ?? [];
  return resource === undefined ? icon : `${appOrigin}/${resource}/${file}`;
}

/** The manifest's pages in the order of the manifest, in a language of Jira; module types without a page are left out. */
export function pageModules(manifest: ParsedManifest, appOrigin: string, locale: string): PageModule[] {
  const wordsOf = (title: unknown): string | undefined =>
    typeof title === 'string' || isTranslated(title)
      ? titleIn(manifest.translations, title, locale)
      : undefined;
  return manifest.modules.flatMap((module) => {
    const place = placeOf(module);
    const { resource, title, label, layout, status, render } = module.settings;
    if (place === undefined || typeof resource !== 'string' || render === 'native') return [];
    const icon = iconOf(module, appOrigin);
    const page: PageModule = {
      key: module.key,
      type: module.type,
      title: wordsOf(title) ?? module.key,
      resource,
      place,
      layout: LAYOUTS.includes(layout) ? (layout as Layout) : 'native',
    };
    if (!isOnIssue(place)) page.path = `${PATHS[place]}/${manifest.appId}/${ENVIRONMENT_ID}`;
    const labelled = wordsOf(label);
    if (labelled !== undefined) page.label = labelled;
    if (status !== undefined) page.status = status as ContextStatus;
    return [icon === undefined ? page : { ...page, icon }];
  });
}
