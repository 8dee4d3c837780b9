import type { StorageManifest } from './storage';

export interface ManifestFunction {
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
