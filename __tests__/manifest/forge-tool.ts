import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { manifestText, root } from './read-manifest';

const execute = promisify(execFile);

/** Atlassian's tools are programs that look at the folder they run in: each runs in a process of its own. */
export async function forgeTool<Answer>(script: string, ...args: string[]): Promise<Answer> {
  const options = { cwd: root, maxBuffer: 64 * 1024 * 1024 };
  const { stdout } = await execute(process.execPath, [path.join('scripts/forge', script), ...args], options);
  return JSON.parse(stdout) as Answer;
}

/** The path of a manifest that differs from the project's in one place. */
export function changedManifest(from: string, to: string): string {
  if (!manifestText.includes(from)) throw new Error(`The manifest does not hold ${from}`);
  const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'manifest-')), 'manifest.yml');
  writeFileSync(file, manifestText.replace(from, to));
  return file;
}
