import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { HITS, TREE } from './tree';

const JEST = join(TREE, 'node_modules/jest/bin/jest.js');

export interface Run {
  args: readonly string[];
  env?: Record<string, string>;
  /** Without the end of a test file for so long, the run is ended. */
  silenceMs: number;
  /** Whether the first test file that fails ends the run. */
  endsAtFailure: boolean;
}

/** How it ended: nothing failed, a test file failed (the first is named where one was), or nothing came any more. */
export type Outcome = { kind: 'passed' } | { kind: 'failed'; test: string } | { kind: 'silent' };

/** Runs Jest in the switched tree. */
export function watchedJest({ args, env, silenceMs, endsAtFailure }: Run): Promise<Outcome> {
  if (!existsSync(JEST)) throw new Error('The project is not installed.');
  const child = spawn(process.execPath, [JEST, '--ci', '--selectProjects', 'node', '--silent', ...args], {
    cwd: TREE,
    env: { ...process.env, NO_COLOR: '1', MUTANT_HITS: HITS, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
    // A group of its own, so that its workers end with it.
    detached: true,
  });
  return new Promise((resolve) => {
    let printed = '';
    let silent: Outcome | undefined;
    const end = (): void => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    };
    const timer = setTimeout(() => {
      silent = { kind: 'silent' };
      end();
    }, silenceMs);
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      timer.refresh();
      if (endsAtFailure && failedIn(printed) !== undefined) end();
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve(
        silent ??
          (code === 0
            ? { kind: 'passed' }
            : { kind: 'failed', test: failedIn(printed) ?? 'a run that broke off' }),
      );
    });
  });
}

const failedIn = (printed: string): string | undefined => /^FAIL\s+node\s+(\S+)/m.exec(printed)?.[1];
