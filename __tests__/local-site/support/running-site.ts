import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { LoggedTime } from '../../../local/data/time-entry';
import type { StoredRow } from '../../../local/storage';

const ROOT = path.join(__dirname, '..', '..', '..');
const START_MS = 120_000;

export interface ListedPerson {
  accountId: string;
  displayName: string;
  kind: string;
  hasData: boolean;
}

/** The local site as its own process, with data in a folder of its own. */
export interface RunningSite {
  url: string;
  read<T>(path: string): Promise<T>;
  change<T>(path: string, body: unknown, headers?: Record<string, string>): Promise<T>;
  people(query?: string): Promise<ListedPerson[]>;
  dump(): Promise<StoredRow[]>;
  stop(): Promise<void>;
}

function addressPrinted(site: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const timer = setTimeout(
      () => reject(new Error(`The site did not answer in time:\n${output}`)),
      START_MS,
    );
    const hear = (chunk: Buffer): void => {
      output += chunk.toString();
      const address = /answers at (http:\S+)/.exec(output)?.[1];
      if (address === undefined) return;
      clearTimeout(timer);
      resolve(address);
    };
    site.stdout?.on('data', hear);
    site.stderr?.on('data', hear);
    site.once('exit', () => reject(new Error(`The site ended:\n${output}`)));
  });
}

function ended(site: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (site.exitCode !== null) resolve();
    else site.once('exit', () => resolve());
  });
}

async function answered<T>(response: Response): Promise<T> {
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
}

/** Starts a site on a free port that has logged these entries and nothing else. */
export async function startSiteWith(entries: LoggedTime[]): Promise<RunningSite> {
  const folder = await mkdtemp(path.join(tmpdir(), 'local-site-'));
  const data = path.join(folder, 'entries.ndjson');
  await writeFile(data, entries.map((entry) => JSON.stringify(entry)).join('\n'));
  return startSiteIn(folder, ['--data', data]);
}

/** Starts a site with these flags on a free port; what it keeps is thrown away with the folder. */
export async function startSiteIn(folder: string, flags: string[]): Promise<RunningSite> {
  const args = ['--port', '0', '--directory', path.join(folder, 'kept'), ...flags];
  const site = spawn(process.execPath, ['--import', 'tsx', path.join(ROOT, 'local', 'main.ts'), ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = await addressPrinted(site);
  const read = async <T>(at: string): Promise<T> => answered<T>(await fetch(`${url}/__local${at}`));
  return {
    url,
    read,
    change: async (at, body, headers = {}) => {
      const init = { method: 'POST', body: JSON.stringify(body) };
      return answered(
        await fetch(`${url}/__local${at}`, {
          ...init,
          headers: { 'content-type': 'application/json', ...headers },
        }),
      );
    },
    people: async (query = '') => (await read<{ people: ListedPerson[] }>(`/people?query=${query}`)).people,
    dump: () => read<StoredRow[]>('/storage/dump'),
    stop: async () => {
      site.kill('SIGINT');
      await ended(site);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
