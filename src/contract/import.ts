import type { Day, Instant } from './basics';

/** What bounds an import, so that a page can say before it begins what will be taken in. */
export interface ImportRules {
  /** The app's clock: nothing was logged after it. */
  now: Instant;
  /** Entries logged at this instant or before, or of a day before its day in UTC, have been kept for their time. */
  loggedAfter: Instant;
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
  /** When it was logged: its time runs from there. */
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
