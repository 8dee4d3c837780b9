import type { ReportFailure, ReportingCycle } from '../privacy/data-sets/reporting';
import type { AccountId, Instant } from './basics';

export type { ReportFailure, ReportingCycle };

/** How reporting account IDs to Atlassian stands. */
export interface ReportingView {
  /** When this was so, by the app's clock. */
  now: Instant;
  /** Account IDs held. */
  people: number;
  /** There are more: they are being counted. */
  morePeople?: true;
  /** When they were counted, where that was not just now. */
  peopleAsOf?: Instant;
  /** The cycle that Atlassian asks for. */
  periodSeconds: number;
  /** When Atlassian asked for a cycle in a form that could not be read; the one before holds. */
  periodUnreadAt?: Instant;
  /** Account IDs whose cycle is over, in all groups or, with `more`, in the first three. */
  due: { people: number; more: boolean };
  /** Accounts that Atlassian called closed and whose erasure storage has not taken yet; looked for in as many groups. */
  closing: number;
  /** The account ID that waits longest: from when its cycle counts, and when it is due. */
  oldest?: { countsFrom: Instant; dueAt: Instant };
  /** A report is under way. */
  running: boolean;
  /** Atlassian asked not to be called before, or a failed report is tried again then. */
  waitsUntil?: Instant;
  /** Atlassian asked to wait until then: longer than one cycle, for which the app waits. An administrator may report before. */
  askedUntil?: Instant;
  lastAnswer?: { at: Instant; accounts: number; closed: number; updated: number; notUnderstood: number };
  /** The last failure; `inARow` is 0 once Atlassian has answered again. */
  lastFailure?: { at: Instant; why: ReportFailure; inARow: number };
  /** Past cycles of the site, oldest first, and the present one. */
  cycles: ReportingCycle[];
}

/** People of whom Jira said that they were removed from the site, longest ago first; at most 90. */
export interface RemovedPeople {
  removed: RemovedPerson[];
}

export interface RemovedPerson {
  accountId: AccountId;
  removedAt: Instant;
  /** From when they are erased; without it, Atlassian's answer that the account is closed is waited for. */
  erasedFrom?: Instant;
  /** The person or an administrator restricted the use: they are not erased for this while that stands. */
  held?: true;
}

/** What asking for a report now led to. */
export interface ReportingStarted {
  /** `started`: handed to the queue · `running` · `nothing-due` · `waiting`: until the instant of the view. */
  outcome: 'started' | 'running' | 'nothing-due' | 'waiting';
  /** `started`, but not at once: when it goes out. Nothing is reported within five minutes of a full hour. */
  startsAt?: Instant;
  view: ReportingView;
}

/** What Atlassian was told of an account ID. */
export interface Reported {
  /** When Atlassian was last told that it is held; missing while it has not been told yet. */
  lastAt?: Instant;
  /** From when it is told the next time. */
  nextAt: Instant;
}

/** What administrators see of one person. */
export interface ReportingOf {
  /** Missing where nothing is kept about the account. */
  reported?: Reported;
  /** Jira said that the person was removed from the site. */
  removed?: RemovedPerson;
}
