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

/** The modules of one kind; none when the manifest has none. */
export const modulesOf = (manifest: Manifest, kind: string): Module[] => manifest.modules[kind] ?? [];

export const allModules = (manifest: Manifest): { kind: string; module: Module }[] =>
  Object.entries(manifest.modules).flatMap(([kind, modules]) => modules.map((module) => ({ kind, module })));
