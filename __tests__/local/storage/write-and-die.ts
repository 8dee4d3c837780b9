import { openStorage } from '../../../local/storage';

/** Writes five keys, waits for each answer, and is gone without closing anything. */
async function writeAndDie(directory: string): Promise<void> {
  const storage = await openStorage({ manifest: {}, now: Date.now, directory });
  for (let i = 0; i < 5; i++)
    await storage.handle('installation-1', 'set', JSON.stringify({ key: `k${i}`, value: i }));
  process.kill(process.pid, 'SIGKILL');
}

void writeAndDie(process.argv[2] ?? '');
