import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} file */
async function takeLock(file) {
  const own = `${file}.${process.pid}`;
  await writeFile(own, String(process.pid));
  try {
    // A link appears with its content or not at all.
    await link(own, file);
    return true;
  } catch {
    const holder = Number(await readFile(file, 'utf8').catch(() => process.pid));
    if (!isRunning(holder)) await rm(file, { force: true });
    return false;
  } finally {
    await rm(own, { force: true });
  }
}

/**
 * Does the work while no other command of this checkout does the same; a dead holder's lock is taken over.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 */
export async function withLock(file, work) {
  await mkdir(path.dirname(file), { recursive: true });
  while (!(await takeLock(file))) await wait(200);
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}
