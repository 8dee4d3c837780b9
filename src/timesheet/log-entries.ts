import type { Entry, LogOutcome } from '../contract';
import type { Settings } from '../privacy/data-sets/settings';
import { recordIdOf, type ClientToken } from '../privacy/digest';
import type { Engine } from '../privacy/engine';
import { toInstant } from '../privacy/time';
import { addEntries, inTransactions, type EntryToAdd } from './add-entries';
import { entryRef, toEntry } from './entries';

interface TimesToLog {
  /** Made by the browser once for each attempt, so that the same again is the same entries. */
  request: ClientToken;
  accountId: string;
  times: ReadonlyArray<Pick<Entry, 'issueId' | 'startedOn' | 'seconds'>>;
  /** Those of the work items that the person may see. */
  visible: ReadonlySet<string>;
}

interface LoggedTimes {
  /** In the order of the times. */
  outcomes: LogOutcome[];
  /** Those that stand, also where they stood already. */
  entries: Entry[];
  settings: Settings | undefined;
}

/**
 * Logs several times of a person, a transaction for each few. It can come twice, also after a part of it.
 * @throws Refused where the use of the person's data is restricted; those of the transactions before stand then
 */
export async function logEntries(
  engine: Engine,
  { request, accountId, times, visible }: TimesToLog,
): Promise<LoggedTimes> {
  const causedAt = engine.now();
  const logged: LoggedTimes = { outcomes: [], entries: [], settings: undefined };
  for (const entries of inTransactions(withIds(accountId, request, times, toInstant(causedAt)))) {
    const { became, settings } = await addEntries<EntryToAdd, 'not-visible'>(engine, {
      accountId,
      entries,
      causedAt,
      refusalOf: ({ issueId }) => (visible.has(issueId) ? undefined : 'not-visible'),
    });
    logged.settings = settings;
    logged.outcomes.push(...became.map(({ outcome }) => (outcome === 'added' ? 'logged' : outcome)));
    const stand = became.map(({ row }, at) => ({ row, key: entryRef(accountId, entries[at]?.id ?? '').key }));
    logged.entries.push(...stand.flatMap(({ row, key }) => (row ? [toEntry({ key, row })] : [])));
  }
  return logged;
}

/** An ID follows from the attempt and from what is logged: of the same time twice, the second is another. */
function withIds(
  accountId: string,
  { fromClient }: ClientToken,
  times: TimesToLog['times'],
  createdAt: string,
): EntryToAdd[] {
  const seen = new Map<string, number>();
  return times.map((time) => {
    const what = `${time.issueId}\n${time.startedOn}\n${time.seconds}`;
    const copy = seen.get(what) ?? 0;
    seen.set(what, copy + 1);
    const id = recordIdOf(accountId, { fromClient: `${fromClient}\n${what}\n${copy}` });
    return { ...time, createdAt, id };
  });
}
