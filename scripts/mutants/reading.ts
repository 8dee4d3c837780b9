import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mutant } from './find';
import { PLAIN } from './tree';

/** Whether types or lint notice the fault as it would be in the code. */
export function noticedByReading({ file, start, end, after }: Mutant): 'types' | 'lint' | undefined {
  const path = join(PLAIN, file);
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.slice(0, start) + after + text.slice(end));
  try {
    if (!passes('typescript/bin/tsc', ['--noEmit', '-p', 'tsconfig.json'])) return 'types';
    return passes('eslint/bin/eslint.js', ['--max-warnings', '0', '--no-ignore', file]) ? undefined : 'lint';
  } finally {
    writeFileSync(path, text);
  }
}

const passes = (tool: string, args: string[]): boolean => {
  const { status } = spawnSync(process.execPath, [join(PLAIN, 'node_modules', tool), ...args], {
    cwd: PLAIN,
    stdio: 'ignore',
  });
  return status === 0;
};
