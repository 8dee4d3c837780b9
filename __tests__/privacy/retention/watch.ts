import { isMixed } from '../../../src/privacy/retention/groups';
import type { Standing } from '../../../src/privacy/data-sets/registration';
import type { IssueTotal } from '../../../src/timesheet/issue-total';
import type { TimeEntry } from '../../../src/timesheet/time-entry';
import type { LocalForge } from '../../../local/forge';
import { storedRows } from '../../setup/use-forge';

/** One look at the store, taken raw: what is there of entries, and what stands in the totals. */
interface Look {
  entries: Map<string, TimeEntry>;
  totals: Map<string, number>;
  restricted: Set<string>;
}

/** A change of a total between two looks: all of it is what went of the entries of its issue at the same moment. */
export interface Addition {
  issueId: string;
  seconds: number;
  people: string[];
}

export interface Watched {
  additions: Addition[];
  /** Everything that is not as it must be: an addition of few people, of restricted data, or of another sum than what went. */
  wrong: string[];
  /** Looks once more, and no longer. */
  end(): void;
}

function lookAt(forge: LocalForge): Look {
  const entries = storedRows(forge, 'time-entry').map(({ key, value }) => [key, value as TimeEntry] as const);
  const totals = storedRows(forge, 'issue-total').map(({ value }) => value as IssueTotal);
  const standings = storedRows(forge, 'standing').map(({ value }) => value as Standing);
  const restricted = standings.filter(({ restrictedAt }) => restrictedAt !== undefined);
  return {
    restricted: new Set(restricted.map(({ accountId }) => accountId)),
    entries: new Map(entries),
    totals: new Map(totals.map(({ issueId, seconds }) => [issueId, seconds])),
  };
}

/** Looks at the store before every call that a function makes of it, so that no state of the totals is missed. */
export function watchTotals(forge: LocalForge): Watched {
  let before = lookAt(forge);
  const watched: Watched = { additions: [], wrong: [], end: () => undefined };
  const look = (): false => {
    const now = lookAt(forge);
    for (const [issueId, seconds] of now.totals) compare(watched, before, now, issueId, seconds);
    before = now;
    return false;
  };
  const forget = forge.faults.add({ remote: 'kvs', matches: look, outcome: { kind: 'cut' } });
  watched.end = () => {
    look();
    forget();
  };
  return watched;
}

function compare(
  { additions, wrong }: Watched,
  before: Look,
  now: Look,
  issueId: string,
  seconds: number,
): void {
  const added = seconds - (before.totals.get(issueId) ?? 0);
  if (added === 0) return;
  const went = [...before.entries].filter(
    ([key, entry]) => entry.issueId === issueId && !now.entries.has(key),
  );
  const parts = went.map(([key, entry]) => ({
    key,
    person: entry.accountId,
    amount: entry.seconds,
    touches: [],
  }));
  const sum = parts.reduce((all, { amount }) => all + amount, 0);
  const people = [...new Set(parts.map(({ person }) => person))];
  additions.push({ issueId, seconds: added, people });
  if (added !== sum) wrong.push(`${added} s were added, but ${sum} s went`);
  if (people.length < 3 || !isMixed(parts, 3)) wrong.push(`an addition tells of ${people.length} people`);
  if (people.some((one) => before.restricted.has(one))) wrong.push('someone’s restricted data was used');
}
