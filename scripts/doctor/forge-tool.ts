import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { at } from '../lib/root.mjs';

const execute = promisify(execFile);

/**
 * Runs one of Atlassian's own tools on the project in a folder, and gives what it printed as JSON. The tools look at
 * the folder they run in, so each runs in a process of its own.
 */
export async function forgeTool<Answer>(root: string, script: string, ...args: string[]): Promise<Answer> {
  const options = { cwd: root, maxBuffer: 64 * 1024 * 1024 };
  const { stdout } = await execute(process.execPath, [at('scripts/forge', script), ...args], options);
  return JSON.parse(stdout) as Answer;
}
