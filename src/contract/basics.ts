import type { Key } from '../../words/types';

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

/** The messages with which functions refuse. Those of `refused-admin` only administrators get. */
export type SaidKey = Extract<
  Key,
  `refused.${string}` | `refused-admin.${string}` | `time.duration-${string}`
>;

/**
 * What the browser says in the viewer's language: a message by its key, with its values. They are numbers, so no refusal
 * can quote anybody or anything. A `Sentence` of the data map may have other messages in it, so it is another type.
 */
export interface Said {
  key: SaidKey;
  values?: Readonly<Record<string, number>>;
}

export interface Refusal {
  error: {
    code: RefusalCode;
    /** What happened, what was kept and what to do next. */
    says: Said;
    /** For a form: what is to be said of each field to correct. */
    fields?: Record<string, Said>;
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
