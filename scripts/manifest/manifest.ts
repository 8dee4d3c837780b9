/** The manifest as its rules read it. */

export interface Module {
  key: string;
  function?: string;
  resource?: string;
  icon?: string;
  queue?: string;
  interval?: string;
  response?: { type: string };
  resolver?: { function?: string };
  [property: string]: unknown;
}

export interface FunctionModule extends Module {
  handler: string;
  timeoutSeconds?: number;
}

export type Index = string | { name: string; partition?: string[]; range: string[] };

export interface Entity {
  name: string;
  attributes: Record<string, { type: string }>;
  indexes?: Index[];
}

export interface Manifest {
  app: {
    runtime: { name: string; memoryMB?: number };
    storage: { entities: Entity[] };
    [key: string]: unknown;
  };
  permissions: { scopes: string[]; [key: string]: unknown };
  modules: { function: FunctionModule[]; [kind: string]: Module[] };
  resources: { key: string; path: string }[];
  [key: string]: unknown;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const objectIn = (value: unknown): Record<string, unknown> => (isObject(value) ? value : {});

const objectsIn = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value) ? value.filter(isObject) : [];

/**
 * What a manifest says, with nothing in the place of what it lacks or what is of another form, so that rules can read
 * it: Atlassian's validator is who says that.
 */
export function asManifest(parsed: unknown): Manifest {
  const raw = objectIn(parsed);
  const app = objectIn(raw['app']);
  const permissions = objectIn(raw['permissions']);
  const kinds = Object.entries(objectIn(raw['modules'])).map(([kind, modules]) => [kind, objectsIn(modules)]);
  const entities = objectsIn(objectIn(app['storage'])['entities']).map((entity) => ({
    ...entity,
    name: String(entity['name']),
    attributes: objectIn(entity['attributes']),
  }));
  const scopes = Array.isArray(permissions['scopes']) ? (permissions['scopes'] as unknown[]).map(String) : [];
  return {
    ...raw,
    app: { ...app, runtime: { name: 'none', ...objectIn(app['runtime']) }, storage: { entities } },
    permissions: { ...permissions, scopes },
    modules: { function: [], ...(Object.fromEntries(kinds) as Record<string, unknown>) },
    resources: objectsIn(raw['resources']),
  } as unknown as Manifest;
}

/** The modules of one kind; none when the manifest has none. */
export const modulesOf = (manifest: Manifest, kind: string): Module[] => manifest.modules[kind] ?? [];

export const allModules = (manifest: Manifest): { kind: string; module: Module }[] =>
  Object.entries(manifest.modules).flatMap(([kind, modules]) => modules.map((module) => ({ kind, module })));
