import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { Manifest } from '../../scripts/manifest/manifest';

export * from '../../scripts/manifest/manifest';

export const root = path.resolve(__dirname, '../..');
export const manifestText = readFileSync(path.join(root, 'manifest.yml'), 'utf8');

/** A copy of the project's manifest, to be changed at will. */
export const readManifest = (): Manifest => parse(manifestText) as Manifest;

/** What is wrong with the project's manifest after a change, by a rule. */
export function afterChange(rule: (manifest: Manifest) => string[], change: (manifest: Manifest) => unknown) {
  const manifest = readManifest();
  change(manifest);
  return rule(manifest);
}
