import { createHash } from 'node:crypto';
import { setImmediate as others } from 'node:timers/promises';
import type { LocalForge } from '../contract';
import type { EntryFault, LoggedTime } from './time-entry';

/** Lets happen what has happened by an instant, in epoch milliseconds. */
export type Meanwhile = (forge: LocalForge, until: number) => Promise<void>;

/** Part of the entries logged so far, from 0 to 1. */
export type OnLogged = (share: number) => void;

interface LoggingOptions {
  onLogged: OnLogged;
  until?: number | undefined;
  meanwhile?: Meanwhile | undefined;
}

/** The key of a message of the app's catalogue. */
interface Said {
  key: string;
}

interface Answer {
  error?: { code: string; says: Said; fields?: Record<string, Said> };
}

/** The app took some of the entries, and said no to others. */
export class EntriesRefused extends Error {
  override name = 'EntriesRefused';
  constructor(
    readonly faults: readonly EntryFault[],
    log: string,
  ) {
    const [first] = faults;
    super(
      `The app refused ${faults.length} entries, first number ${Number(first?.position) + 1}: ${first?.problem}${log}`,
    );
  }
}

type Numbered = [position: number, entry: LoggedTime];

/** The same line of the same file always is the same request: logging twice writes once. */
function requestId(entry: LoggedTime, position: number): string {
  return createHash('sha256')
    .update(JSON.stringify([position, entry]))
    .digest('hex')
    .slice(0, 32);
}

/** What the function logged: it holds no value, and often says why. */
function said(forge: LocalForge): string {
  const logs = forge.invocations.list().at(-1)?.logs ?? [];
  return logs.length === 0 ? '' : `\nIts log: ${logs.join('\n')}`;
}

/** Logs an entry, or gives the app's reason why not. */
async function tryToLog(
  forge: LocalForge,
  moduleKey: string,
  [position, entry]: Numbered,
): Promise<string | undefined> {
  const { accountId, issueId, issueKey, startedOn, seconds } = entry;
  const projectKey = issueKey.slice(0, issueKey.lastIndexOf('-'));
  const projectId = forge.jira.projects().find((project) => project.key === projectKey)?.id ?? '';
  const answer = (await forge.invoke({
    moduleKey,
    functionKey: 'logTime',
    accountId,
    payload: { requestId: requestId(entry, position), startedOn, duration: `${seconds / 60}m` },
    extension: { type: 'jira:issuePanel', issue: { id: issueId, key: issueKey }, project: { id: projectId } },
  })) as Answer;
  if (!answer.error) return undefined;
  const wrong = Object.values(answer.error.fields ?? {});
  return (wrong.length > 0 ? wrong : [answer.error.says]).map(({ key }) => key).join(' ');
}

/** Moves the clock to the afternoon of a day, unless it is there or past it already. */
async function moveTo(forge: LocalForge, day: string, latest: number): Promise<void> {
  const afternoon = Math.min(Date.parse(`${day}T16:00:00Z`), latest);
  if (afternoon > forge.clock.now()) await forge.clock.set(afternoon);
}

/** For how long entries are logged before others have their turn, in milliseconds: the site answers meanwhile. */
const TURN_MS = 50;

function turns(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < TURN_MS) return;
    await others();
    since = performance.now();
  };
}

/**
 * Logs every entry through the app's own `logTime`, as its person would. With `until`, each is logged on its day, and
 * everything that falls due in between is delivered; else all are logged now.
 * @param meanwhile what else happens by an instant, told as the days go by
 * @throws EntriesRefused once all were tried, where the app refused any
 */
export async function logEntries(
  forge: LocalForge,
  moduleKey: string,
  entries: LoggedTime[],
  { onLogged, until, meanwhile }: LoggingOptions,
): Promise<void> {
  const turn = turns();
  const faults: EntryFault[] = [];
  let log = '';
  for (const numbered of entries.entries()) {
    await turn();
    if (until !== undefined) await moveTo(forge, numbered[1].startedOn, until);
    await meanwhile?.(forge, forge.clock.now());
    const problem = await tryToLog(forge, moduleKey, numbered);
    if (problem !== undefined) {
      faults.push({ position: numbered[0], problem });
      log ||= said(forge);
    }
    onLogged((numbered[0] + 1) / entries.length);
  }
  if (until !== undefined && until > forge.clock.now()) await forge.clock.set(until);
  await meanwhile?.(forge, forge.clock.now());
  if (faults.length > 0) throw new EntriesRefused(faults, log);
}
