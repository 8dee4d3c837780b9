import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { JiraSite } from '../jira/types';

/** What the site's directory remembers of Jira and of what was loaded into the app. */
export interface KeptSite {
  jira: JiraSite;
  /** Names of what was loaded: the default entries, or a file's SHA-256. */
  loaded: string[];
}

function fileIn(directory: string): string {
  return path.join(directory, 'site.json');
}

/** The kept site, or nothing when the directory is new. */
export async function readKeptSite(directory: string): Promise<KeptSite | undefined> {
  await mkdir(directory, { recursive: true });
  const text = await readFile(fileIn(directory), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as KeptSite);
}

/** Writes beside and renames, so that a cut-off start leaves the old file or the new one. */
export async function keepSite(directory: string, site: KeptSite): Promise<void> {
  const beside = `${fileIn(directory)}.new`;
  await writeFile(beside, JSON.stringify(site));
  await rename(beside, fileIn(directory));
}
