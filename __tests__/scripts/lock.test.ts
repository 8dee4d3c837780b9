import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { spawnSync } from 'node:child_process';
import { withLock } from '../../scripts/lib/lock.mjs';

const lockFile = () => path.join(mkdtempSync(path.join(os.tmpdir(), 'lock-')), 'lock');

describe('a lock', () => {
  it('lets one work at a time', async () => {
    const file = lockFile();
    const story: string[] = [];
    const work = (name: string) => async () => {
      story.push(`${name} begins`);
      await wait(50);
      story.push(`${name} ends`);
    };
    await Promise.all([withLock(file, work('one')), withLock(file, work('two'))]);
    const [first, second] = story[0] === 'one begins' ? ['one', 'two'] : ['two', 'one'];
    expect(story).toEqual([`${first} begins`, `${first} ends`, `${second} begins`, `${second} ends`]);
  });

  it('is given back when the work fails', async () => {
    const file = lockFile();
    await expect(withLock(file, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(existsSync(file)).toBe(false);
  });

  it('is taken over from a process that died', async () => {
    const file = lockFile();
    const { pid } = spawnSync(process.execPath, ['--version']);
    writeFileSync(file, String(pid));
    expect(await withLock(file, () => Promise.resolve('done'))).toBe('done');
  });
});
