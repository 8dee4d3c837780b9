import { createHash } from 'node:crypto';
import type { LocalForge } from '../contract';
import type { LoggedTime } from './time-entry';

/** Part of the entries loaded so far, from 0 to 1. */
export type OnLoaded = (share: number) => void;

const AT_ONCE = 8;

interface Answer {
  error?: { code: string; message: string };
}

/** The same line of the same file always is the same request: loading twice writes once. */
function requestId(entry: LoggedTime, position: number): string {
  return createHash('sha256')
    .update(JSON.stringify([position, entry]))
    .digest('hex')
    .slice(0, 32);
}

async function log(forge: LocalForge, moduleKey: string, entry: LoggedTime, position: number): Promise<void> {
  const { accountId, issueId, issueKey, startedOn, seconds } = entry;
  const projectKey = issueKey.slice(0, issueKey.lastIndexOf('-'));
  const projectId = forge.jira.projects().find((project) => project.key === projectKey)?.id ?? '';
  const answer = (await forge.invoke({
    moduleKey,
    functionKey: 'logTime',
    accountId,
    payload: { requestId: requestId(entry, position), startedOn, duration: `${Math.round(seconds / 60)}m` },
    extension: { type: 'jira:issuePanel', issue: { id: issueId, key: issueKey }, project: { id: projectId } },
  })) as Answer;
  if (answer.error) throw new Error(`The app refused entry ${position + 1}: ${answer.error.message}`);
}

type Numbered = [position: number, entry: LoggedTime];

function byPerson(entries: LoggedTime[]): Numbered[][] {
  const people = new Map<string, Numbered[]>();
  for (const numbered of entries.entries()) {
    const own = people.get(numbered[1].accountId);
    if (own) own.push(numbered);
    else people.set(numbered[1].accountId, [numbered]);
  }
  return [...people.values()];
}

/**
 * Logs every entry through the app's own `logTime`, as its person would; entries of one person one after the
 * other, several people at once. Quotas are off meanwhile: a year of work arrives in seconds.
 */
export async function loadEntries(
  forge: LocalForge,
  moduleKey: string,
  entries: LoggedTime[],
  onLoaded: OnLoaded = () => {},
): Promise<void> {
  const quotas = forge.storage.settings.quotas;
  forge.storage.settings.quotas = 'off';
  const waiting = byPerson(entries);
  let done = 0;
  const work = async (): Promise<void> => {
    for (let own = waiting.pop(); own; own = waiting.pop()) {
      for (const [position, entry] of own) {
        await log(forge, moduleKey, entry, position);
        onLoaded(++done / entries.length);
      }
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  } finally {
    forge.storage.settings.quotas = quotas;
  }
}
