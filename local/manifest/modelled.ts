import type { ManifestShape } from './shape';

const PAGE = ['key', 'title', 'icon', 'resource', 'resolver'];

/**
 * The module types that the local Forge models, each with the settings that it understands.
 * Whoever models one more adds it here; every other type and setting is named as not modelled.
 */
const MODULES: Readonly<Record<string, readonly string[]>> = {
  'jira:globalPage': [...PAGE, 'layout'],
  'jira:issueContext': [...PAGE, 'label', 'status'],
  'jira:issuePanel': PAGE,
  'jira:personalSettingsPage': [...PAGE, 'layout'],
  'jira:adminPage': [...PAGE, 'layout', 'useAsConfig', 'useAsGetStarted'],
  consumer: ['key', 'queue', 'function', 'resolver', 'crossVersion'],
  function: ['key', 'handler', 'timeoutSeconds'],
  preUninstall: ['key', 'function'],
  scheduledTrigger: ['key', 'function', 'interval'],
  trigger: ['key', 'function', 'events'],
  webtrigger: ['key', 'function', 'urlFormat', 'response'],
};

const TOP = ['app', 'permissions', 'modules', 'resources', 'translations'];
const APP = ['id', 'name', 'runtime', 'storage'];
const STORAGE = ['classifications', 'entities'];
const PERMISSIONS = ['scopes', 'external', 'content'];
/** `tunnel` matters to `forge tunnel` alone. */
const RESOURCE = ['key', 'path', 'tunnel'];
const RESOLVER = ['function', 'method'];
const LEGACY_RUNTIME = 'sandbox';

/** What a manifest asks for and the local Forge does not model, each part named once. */
export function partsNotModelled(shape: ManifestShape): string[] {
  const { app, permissions = {}, modules, resources } = shape;
  const { backend = [] } = permissions.external?.fetch ?? {};
  const name = app.runtime?.['name'];
  return [
    ...others(shape, TOP),
    ...others(app, APP, 'app.'),
    ...others(app.storage ?? {}, STORAGE, 'app.storage.'),
    ...(name === LEGACY_RUNTIME ? [`app.runtime.name: ${LEGACY_RUNTIME}`] : []),
    ...others(permissions, PERMISSIONS, 'permissions.'),
    ...(backend.length === 0 ? [] : ['permissions.external.fetch.backend: nothing leaves this machine']),
    ...Object.entries(modules).flatMap(([type, list]) => list.flatMap((one) => inModule(type, one))),
    ...resources.flatMap((one) => others(one, RESOURCE, `resource ${one.key}: `)),
  ];
}

/** One entry of a module type of the manifest. */
type Module = Record<string, unknown> & { key: string };

function inModule(type: string, module: Module): string[] {
  const place = `${type} ${module.key}`;
  const settings = MODULES[type];
  if (settings === undefined) return [place];
  const { resolver, render } = module;
  const isUiKit = render === 'native' ? [`${place}: UI Kit (render: native)`] : [];
  const more = others(module, [...settings, 'render'], `${place}: `);
  const inResolver = others(resolver ?? {}, RESOLVER, `${place}: resolver.`);
  return [...isUiKit, ...more, ...inResolver];
}

function others(has: object, known: readonly string[], place = ''): string[] {
  const more = Object.keys(has).filter((name) => !known.includes(name));
  return more.map((name) => `${place}${name}`);
}
