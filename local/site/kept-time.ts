import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** How far the site's clock is ahead of the real one survives a restart, so that time never runs backwards. */
export interface KeptTime {
  aheadMs: number;
  save(now: number): Promise<void>;
}

async function read(file: string): Promise<number> {
  try {
    const ahead = Number(await readFile(file, 'utf8'));
    return Number.isFinite(ahead) && ahead > 0 ? ahead : 0;
  } catch {
    return 0;
  }
}

export async function openKeptTime(directory: string): Promise<KeptTime> {
  const file = path.join(directory, 'clock-ahead-ms');
  return {
    aheadMs: await read(file),
    save: (now) => writeFile(file, String(Math.max(0, Math.round(now - Date.now())))),
  };
}
