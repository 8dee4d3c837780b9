export type AccountId = string;
export type Day = string;
export type Instant = string;

/** How many there are; with `more`, at least so many. */
export interface Counted {
  least: number;
  more?: true;
}

export type RefusalCode =
  /** The asking person may not do this. */
  | 'NOT_ALLOWED'
  /** The payload is not what the function takes; `fields` names what to correct. */
  | 'INVALID'
  /** There is no such thing, or none the asking person may know of. */
  | 'NOT_FOUND'
  /** It stands against the present state, for example a restriction or a running erasure. */
  | 'CONFLICT'
  /** Storage or Jira is busy; of many records a part may be done, and trying again does the rest. */
  | 'TRY_LATER';

export interface Refusal {
  error: {
    code: RefusalCode;
    /** What happened, what was kept and what to do next, in plain words. */
    message: string;
    /** For a form: the message of each field to correct. */
    fields?: Record<string, string>;
  };
}

/**
 * Position in a list: `after` is the `next` of the page before. At most 100 a page, 50 when not said; a page may have
 * fewer than were asked for, and only without a `next` it is the last.
 */
export interface PageRequest {
  after?: string;
  limit?: number;
}
