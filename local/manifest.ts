import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { LocalForgeError } from './errors';
import type { StorageManifest } from './storage';

interface ManifestFunction {
  key: string;
  handler: string;
  timeoutSeconds?: number;
}

export interface ManifestModule {
  key: string;
  /** The module's type, for example `jira:issuePanel`. */
  type: string;
  /** The function it calls, if any: its own or its resolver's. */
  function?: string;
  /** All it says in the manifest. */
  settings: Record<string, unknown>;
}

export interface ParsedManifest {
  appId: string;
  memoryMb: number;
  scopes: string[];
  storage: StorageManifest;
  functions: ManifestFunction[];
  modules: ManifestModule[];
  resources: { key: string; path: string }[];
}

interface RawManifest {
  app: { id: string; runtime?: { memoryMB?: number }; storage?: StorageManifest };
  permissions?: { scopes?: (string | Record<string, unknown>)[] };
  modules?: Record<string, RawModule[]>;
  resources?: { key: string; path: string }[];
}

interface RawModule {
  key: string;
  function?: string;
  resolver?: { function?: string };
  [setting: string]: unknown;
}

/** The manifest's default for functions that name no limit: limits-invocation, "Memory". */
const DEFAULT_MEMORY_MB = 512;
const PROJECT_MANIFEST = join(__dirname, '..', 'manifest.yml');

/** Reads a manifest file; without a path, the project's own. */
export function readManifest(file = PROJECT_MANIFEST): ParsedManifest {
  return parseManifest(readFileSync(file, 'utf8'));
}

/** Reading YAML takes longer than the rest of opening a Forge in memory, which tests do by the thousand. */
const parsed = new Map<string, ParsedManifest>();

/**
 * What a manifest says; one for all who ask for the same text, so change a copy of it.
 * @throws LocalForgeError when a module names a function that the manifest does not have
 */
export function parseManifest(text: string): ParsedManifest {
  const known = parsed.get(text);
  if (known) return known;
  const manifest = readRaw(parse(text) as RawManifest);
  parsed.set(text, manifest);
  return manifest;
}

function readRaw(raw: RawManifest): ParsedManifest {
  const { function: functions = [], ...others } = raw.modules ?? {};
  const modules = Object.entries(others).flatMap(([type, list]) => list.map((one) => readModule(type, one)));
  const manifest: ParsedManifest = {
    appId: raw.app.id.split('/').pop() ?? raw.app.id,
    memoryMb: raw.app.runtime?.memoryMB ?? DEFAULT_MEMORY_MB,
    scopes: readScopes(raw),
    storage: raw.app.storage ?? {},
    functions: functions as unknown as ManifestFunction[],
    modules,
    resources: raw.resources ?? [],
  };
  refuseUnknownFunctions(manifest);
  return manifest;
}

function readScopes(raw: RawManifest): string[] {
  return (raw.permissions?.scopes ?? []).flatMap((scope) =>
    typeof scope === 'string' ? [scope] : Object.keys(scope),
  );
}

function readModule(type: string, raw: RawModule): ManifestModule {
  const called = raw.function ?? raw.resolver?.function;
  return { key: raw.key, type, settings: raw, ...(called === undefined ? {} : { function: called }) };
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
