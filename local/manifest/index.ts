import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { LocalForgeError } from '../errors';
import type { StorageManifest } from '../storage';
import type { Handler } from './handler';
import { partsNotModelled } from './modelled';
import { shapeOf, type ManifestShape } from './shape';
import { readTranslations, type Translations } from './translations';

interface ManifestFunction {
  key: string;
  handler: Handler;
  timeoutSeconds?: number | undefined;
}

export interface ManifestModule {
  key: string;
  /** The module's type, for example `jira:issuePanel`. */
  type: string;
  /** The function it calls, if any: its own or its resolver's. */
  function?: string;
  /** What of the resolver it calls, where the manifest says that. */
  method?: string;
  /** All it says in the manifest. */
  settings: Record<string, unknown>;
}

export interface ParsedManifest {
  appId: string;
  memoryMb: number;
  scopes: string[];
  /** `permissions.external`: what the app may reach outside, of which the local Forge opens nothing. */
  external: Record<string, unknown>;
  storage: StorageManifest;
  functions: ManifestFunction[];
  modules: ManifestModule[];
  resources: { key: string; path: string }[];
  /** What modules are called, by locale. */
  translations: Translations;
  /** What the manifest asks for and the local Forge does not model, each part named. */
  notModelled: string[];
}

/** The manifest's default for functions that name no limit: limits-invocation, "Memory". */
const DEFAULT_MEMORY_MB = 512;
const PROJECT_MANIFEST = join(__dirname, '..', '..', 'manifest.yml');

/**
 * Reads a manifest file; without a path, the project's own.
 * @throws LocalForgeError when it is not there, or cannot be read
 */
export function readManifest(file = PROJECT_MANIFEST): ParsedManifest {
  return parseManifest(textOf(file), dirname(file));
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new LocalForgeError(`There is no manifest ${file}.`);
  }
}

/** Reading YAML takes longer than the rest of opening a Forge in memory, which tests do by the thousand. */
const parsed = new Map<string, ParsedManifest>();

/**
 * What a manifest says; one for all who ask for the same text, so change a copy of it.
 * @param folder where the files that it names lie
 * @throws LocalForgeError when it cannot be read, or names what it does not have
 */
export function parseManifest(text: string, folder = dirname(PROJECT_MANIFEST)): ParsedManifest {
  const name = JSON.stringify([folder, text]);
  const known = parsed.get(name);
  if (known) return known;
  const manifest = readShape(shapeOf(readYaml(text)), folder);
  parsed.set(name, manifest);
  return manifest;
}

function readYaml(text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    const [what] = error instanceof Error ? error.message.split('\n') : [String(error)];
    throw new LocalForgeError(`The manifest is no YAML: ${what?.replace(/:$/, '.')}`);
  }
}

function readShape(shape: ManifestShape, folder: string): ParsedManifest {
  const { function: functions, ...others } = shape.modules;
  const modules = Object.entries(others).flatMap(([type, list]) => list.map((one) => readModule(type, one)));
  const manifest: ParsedManifest = {
    appId: shape.app.id.split('/').pop() ?? shape.app.id,
    memoryMb: shape.app.runtime?.memoryMB ?? DEFAULT_MEMORY_MB,
    scopes: readScopes(shape.permissions?.scopes),
    external: shape.permissions?.external ?? {},
    storage: (shape.app.storage ?? {}) as StorageManifest,
    functions,
    modules,
    resources: shape.resources,
    translations: readTranslations(shape, folder),
    notModelled: partsNotModelled(shape),
  };
  refuseDoubledKeys(functions, 'functions');
  refuseDoubledKeys(modules, 'modules');
  refuseUnknownFunctions(manifest);
  return manifest;
}

/** A scope that says more about itself is a mapping, in a list or alone. */
function readScopes(scopes: NonNullable<ManifestShape['permissions']>['scopes'] = []): string[] {
  const list = Array.isArray(scopes) ? scopes : [scopes];
  return list.flatMap((scope) => (typeof scope === 'string' ? [scope] : Object.keys(scope)));
}

function readModule(type: string, raw: ManifestShape['modules'][string][number]): ManifestModule {
  const called = raw.function ?? raw.resolver?.function;
  const method = raw.resolver?.method;
  return {
    key: raw.key,
    type,
    settings: raw,
    ...(called === undefined ? {} : { function: called }),
    ...(method === undefined ? {} : { method }),
  };
}

function refuseDoubledKeys(list: { key: string }[], what: string): void {
  const seen = new Set<string>();
  for (const { key } of list) {
    if (seen.has(key)) throw new LocalForgeError(`The manifest has two ${what} with the key ${key}.`);
    seen.add(key);
  }
}

function refuseUnknownFunctions(manifest: ParsedManifest): void {
  const known = new Set(manifest.functions.map(({ key }) => key));
  for (const module of manifest.modules) {
    if (module.function !== undefined && !known.has(module.function)) {
      throw new LocalForgeError(
        `Module ${module.key} names the function ${module.function}, which is not there.`,
      );
    }
  }
}

/** @throws LocalForgeError when there is no such function */
export function findFunction(manifest: ParsedManifest, key: string): ManifestFunction {
  const found = manifest.functions.find((candidate) => candidate.key === key);
  if (!found) throw new LocalForgeError(`The manifest has no function ${key}.`);
  return found;
}

/** The module with this key that calls a function. @throws LocalForgeError when there is none */
export function findModule(manifest: ParsedManifest, key: string): ManifestModule & { function: string } {
  const found = manifest.modules.find((candidate) => candidate.key === key);
  if (found?.function === undefined) {
    throw new LocalForgeError(`The manifest has no module ${key} that calls a function.`);
  }
  return { ...found, function: found.function };
}

/** Every module of a type. */
export function modulesOf(manifest: ParsedManifest, type: string): ManifestModule[] {
  return manifest.modules.filter((module) => module.type === type);
}
