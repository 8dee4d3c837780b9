import type { AccountId, Day, Instant, PageRequest } from './basics';
import type { News } from './held';
import type { Notice } from './notice';

/** One time entry: that a person worked on an issue on a day. */
export interface Entry {
  id: string;
  accountId: AccountId;
  issueId: string;
  projectId?: string;
  startedOn: Day;
  seconds: number;
  createdAt: Instant;
}

/** An entry as its owner and administrators see it: with the day after which it is deleted. */
export interface ListedEntry extends Entry {
  keptUntil: Day;
  /** A restriction of the person or of an administrator stands: it is kept until that ends, at least. */
  held?: true;
  /** The person cannot delete it alone: an administrator approves first, as it is more than 24 hours old or held by law. */
  locked?: true;
  /** What an open request of the person asks to have it corrected to. */
  asked?: { startedOn: Day; seconds: number };
}

export interface PanelView {
  /** The app's clock when it answered: a page that stays open tells the day by it, and not by the browser's. */
  now: Instant;
  /** The day at that moment in the time zone the page gave, or UTC. */
  today: Day;
  /** What the person has logged on this day, on any issue. */
  todaySeconds: number;
  /**
   * `readAt`: when the person acknowledged it, or a version before it; `changed`: how many parts have changed since, where
   * that is known.
   */
  notice: {
    version: string;
    acknowledged: boolean;
    readAt?: Instant;
    changed?: number;
    language: Notice['language'];
    line: string;
    screen: Notice['screen'];
  };
  /** The asking person's own entries on this issue, newest day first. */
  entries: ListedEntry[];
  next?: string;
  restricted: boolean;
  erasing?: string;
  news: News;
  /**
   * Of expired entries of several people on this issue, where administrators keep such totals; only a part of the time.
   * `no-answer`: Jira did not say whether the person may see the issue.
   */
  secondsWithoutNames?: number | 'no-answer';
}

export interface LogTimeRequest {
  /** The work item; without it, the one on which the page stands. */
  issueId?: string;
  /** 16 to 64 characters of `[A-Za-z0-9-]`, made by the browser once per form: a second click is the same entry. */
  requestId: string;
  startedOn: Day;
  /** What `readDuration` in `src/timesheet/duration.ts` reads: `1h 30m`, `1h30`, `1:30`, `1.5`, `90 min`, `1d`. */
  duration: string;
  /** How far the person's time zone is behind UTC, in minutes as `Date#getTimezoneOffset` counts: gives "today". */
  timezoneOffset?: number;
}

export interface LogTimeResult {
  entry: ListedEntry;
  /** What the person has on that day, this entry included. */
  daySeconds: number;
}

export interface LogEntriesRequest {
  /** As for `logTime`, once for each attempt: the same again writes nothing twice. */
  requestId: string;
  /** At most 60, of days that have come. */
  entries: Array<{ issueId: string; startedOn: Day; duration: string }>;
  timezoneOffset?: number;
}

/** What became of one of them: `present` where an attempt before had logged it; the last three were left out. */
export type LogOutcome = 'logged' | 'present' | 'day-full' | 'kept-for-its-time' | 'not-visible';

export interface LogEntriesResult {
  /** In the order of what was asked for. */
  outcomes: LogOutcome[];
  /** Those that stand now, also from an attempt before: `deleteEntries` takes them back. */
  entries: ListedEntry[];
}

export interface CorrectEntryRequest {
  id: string;
  startedOn: Day;
  /** As for `logTime`. */
  duration: string;
  timezoneOffset?: number;
}

export interface CorrectEntryResult {
  entry: ListedEntry;
  /** What the person has on that day, this entry included. */
  daySeconds: number;
  /** What takes the correction back with `undoChange`, for two minutes; for the person alone. */
  undo?: string;
}

export interface EntryFilter extends PageRequest {
  from?: Day;
  to?: Day;
  issueId?: string;
  /** By day; newest first where nothing is said. A page goes on in the order of the one before. */
  order?: EntryOrder;
}

export type EntryOrder = 'newest-first' | 'oldest-first';

export interface EntryPage {
  entries: ListedEntry[];
  /**
   * All of one's own time that matches, on this page and the others, strictly read. Missing for somebody else's, of a work
   * item, and where some of it is of days more than ten years ago.
   */
  seconds?: number;
  /** For administrators, who gave a reason: how many the person has, whatever the filter. Strictly read. */
  total?: number;
  next?: string;
}

export interface WeekRequest {
  /** Any day of it; without one, today. */
  day?: Day;
  /** The weekday with which it begins, 0 for Sunday to 6; Monday where none is said. */
  startsOn?: number;
  /** As in `LogTimeRequest`. */
  timezoneOffset?: number;
}

/** A week of the asking person's own time. */
export interface WeekView {
  /** Today in the time zone the page gave, or UTC. */
  today: Day;
  todaySeconds: number;
  /** Its seven days in order, with all that was logged on each. */
  days: Array<{ day: Day; seconds: number }>;
  /** Its entries, newest day first: at most 100. */
  entries: ListedEntry[];
  /** There are more entries than these; the sums hold them all. */
  more?: true;
  restricted: boolean;
  erasing?: string;
}

export interface YearRequest {
  /** With four digits; without one, that of today. */
  year?: string;
  /** As in `LogTimeRequest`. */
  timezoneOffset?: number;
}

/** A year of the asking person's own time, strictly read. */
export interface YearView {
  /** Today in the time zone the page gave, or UTC. */
  today: Day;
  year: string;
  /** All that was logged on each day of it; a day without time is missing. */
  seconds: Record<Day, number>;
  /** The years of which something is kept, the latest first, as far as the app looks back: ten years. */
  years: string[];
}

export interface DeleteEntriesRequest {
  /** At most 100. IDs that are not there (any more) are skipped. */
  ids: string[];
}

export interface DeleteEntriesResult {
  deleted: number;
  /** Strictly read after the deletion. */
  remaining: number;
  /** What puts the entries back with `undoChange`, for two minutes: where at most 20 were deleted, for the person alone. */
  undo?: string;
}

/** What bounds an import, so that a page can say before it begins what will be taken in. */
export interface ImportRules {
  /** The app's clock: nothing was logged after it. */
  now: Instant;
  /** Entries of a day before it have been kept for their time. */
  firstDay: Day;
}

/** An entry of an export, as it is to be taken in again. */
export interface RowToImport {
  /**
   * The ID that it has in the file. Here it gets the first 32 digits of the SHA-256 of account ID, `import` and that ID, a
   * line each: so a page recognises what came in before.
   */
  id: string;
  issueId: string;
  startedOn: Day;
  seconds: number;
  /** When it was logged. */
  createdAt: Instant;
}

export interface ImportRequest {
  /** At most 90. */
  rows: RowToImport[];
  /** What the first call of this import gave: an erasure after that ends the import. */
  asOf?: Instant;
  /** As in `LogTimeRequest`. */
  timezoneOffset?: number;
}

/**
 * What became of a row: `present` where the entry was there already. Everything but these two was refused: the work item
 * cannot be seen, the day would have more than 24 hours, it has been kept for its time, or it is of the future.
 */
export type RowOutcome = 'imported' | 'present' | 'not-visible' | 'day-full' | 'kept-for-its-time' | 'future';

export interface ImportResult {
  /** In the order of the rows. */
  outcomes: RowOutcome[];
  asOf: Instant;
}
