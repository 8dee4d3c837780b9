import * as v from 'valibot';
import type { SaidKey } from '../contract';
import { NOTICE_LANGUAGES } from '../privacy/data-sets/languages';
import { ERASURE_REASONS, GIVEN_REASONS } from '../privacy/data-sets/reasons';
import { REQUEST_TYPES } from '../privacy/data-sets/request';
import { sha256, type ClientToken } from '../privacy/digest';
import { isAccountId, isDay, isDigest, isInstant, isJiraId, isToken } from '../storage/kinds';

/** The shapes of payloads. A message says what is expected and never what came; without one, `define.ts` has a general one. */

export const day = v.custom<string>(isDay, 'refused.day' satisfies SaidKey);
export const instant = v.custom<string>(isInstant);
export const accountId = v.custom<string>(isAccountId);
export const jiraId = v.custom<string>(isJiraId);
export const token = v.custom<string>(isToken);
/** What the browser makes once for each form. */
export const requestId = v.pipe(
  token,
  v.transform((fromClient): ClientToken => ({ fromClient })),
);
export const digest = v.custom<string>(isDigest);
/**
 * What a browser sends as the SHA-256 of a receipt code: only a digest of it goes further, so that nothing a client
 * chose is stored.
 */
export const receiptHash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/), v.transform(sha256));
export const reason = v.picklist(GIVEN_REASONS);
/** Of an erasure, and of the look at what it would delete: both come of one question. */
export const erasureReason = v.picklist(ERASURE_REASONS);
export const requestType = v.picklist(REQUEST_TYPES);

/** People that a page looks up names for at once. */
export const MOST_NAMED = 90;

/** Rows that administrators are shown unless the page says how many. */
export const STANDARD_PAGE = 50;
const MOST_PAGE = 100;
const position = v.pipe(v.string(), v.maxLength(300), v.regex(/^[0-9A-Za-z#:.~-]+$/));

export const nothing = v.strictObject({});

/** In which language of the notice an answer speaks. */
export const language = v.optional(v.picklist(NOTICE_LANGUAGES), 'en');

export const page = {
  after: v.optional(position),
  limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_PAGE))),
};

export const entryFilter = {
  ...page,
  from: v.optional(day),
  to: v.optional(day),
  issueId: v.optional(jiraId),
  order: v.optional(v.picklist(['newest-first', 'oldest-first'])),
};

export const ids = {
  ids: v.pipe(v.array(token), v.minLength(1), v.maxLength(MOST_PAGE)),
};

export const ofPerson = { accountId, reason };

/** Minutes as `Date#getTimezoneOffset` gives them: UTC-14 to UTC+14. */
export const timezoneOffset = v.optional(
  v.pipe(v.number(), v.integer(), v.minValue(-14 * 60), v.maxValue(14 * 60)),
);

/** As `Date#getDay` counts: 0 for Sunday to 6. */
export const weekday = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(6));

/** From the year 1000, as days have it. */
export const year = v.pipe(v.string(), v.regex(/^[1-9]\d{3}$/));

/** The code of a receipt without dashes, in capitals: what the browser hashed when it made it. */
export const receiptCode = v.pipe(v.string(), v.regex(/^[0-9A-Z]{20,64}$/));

/** What only this installation can read: given to a page, to be handed back. */
export const sealed = v.pipe(v.string(), v.regex(/^[\w-]{40,20000}$/));

/** The place of a receipt in the chain. */
export const receiptNumber = v.pipe(v.string(), v.regex(/^[1-9]\d{0,9}$/));
