import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { forgeTool as run } from '../../scripts/doctor/forge-tool';
import { manifestText, root } from './read-manifest';

export const forgeTool = <Answer>(script: string, ...args: string[]): Promise<Answer> =>
  run<Answer>(root, script, ...args);

/** The path of a manifest that differs from the project's in one place. */
export function changedManifest(from: string, to: string): string {
  if (!manifestText.includes(from)) throw new Error(`The manifest does not hold ${from}`);
  const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'manifest-')), 'manifest.yml');
  writeFileSync(file, manifestText.replace(from, to));
  return file;
}
