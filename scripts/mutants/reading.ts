import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mutant } from './find';
import { PLAIN } from './tree';

let reading: Promise<unknown> = Promise.resolve();

/** Whether types or lint notice the fault as it would be in the code. One is read after the other: they share a tree. */
export function noticedByReading(mutant: Mutant): Promise<'types' | 'lint' | undefined> {
  const read = reading.then(() => readWith(mutant));
  reading = read.catch(() => undefined);
  return read;
}

async function readWith({ file, start, end, after }: Mutant): Promise<'types' | 'lint' | undefined> {
  const path = join(PLAIN, file);
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.slice(0, start) + after + text.slice(end));
  try {
    if (!(await passes('typescript/bin/tsc', ['--noEmit', '-p', 'tsconfig.json']))) return 'types';
    const isClean = await passes('eslint/bin/eslint.js', ['--max-warnings', '0', '--no-ignore', file]);
    return isClean ? undefined : 'lint';
  } finally {
    writeFileSync(path, text);
  }
}

function passes(tool: string, args: string[]): Promise<boolean> {
  const child = spawn(process.execPath, [join(PLAIN, 'node_modules', tool), ...args], {
    cwd: PLAIN,
    stdio: 'ignore',
  });
  return new Promise((resolve) => void child.on('close', (code) => resolve(code === 0)));
}
