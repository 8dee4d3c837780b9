import * as v from 'valibot';
import { GIVEN_REASONS } from '../privacy/data-sets/audit';
import { REQUEST_TYPES } from '../privacy/data-sets/request';
import { sha256, type ClientToken } from '../privacy/digest';
import { isAccountId, isDay, isDigest, isInstant, isJiraId, isToken } from '../storage/kinds';

/** The shapes of payloads. Messages name what is expected and never what came. */

export const day = v.custom<string>(isDay, 'Give a day as yyyy-mm-dd.');
export const instant = v.custom<string>(isInstant, 'Give an instant in UTC, with milliseconds.');
export const accountId = v.custom<string>(isAccountId, 'Give an Atlassian account ID.');
export const jiraId = v.custom<string>(isJiraId, 'Give the numeric ID of a work item.');
export const token = v.custom<string>(isToken, 'Give an ID that this app made.');
/** What the browser makes once for each form. */
export const requestId = v.pipe(
  token,
  v.transform((fromClient): ClientToken => ({ fromClient })),
);
export const digest = v.custom<string>(isDigest, 'Give a SHA-256 digest in hexadecimal.');
/**
 * What a browser sends as the SHA-256 of a receipt code: only a digest of it goes further, so that nothing a client
 * chose is stored.
 */
export const receiptHash = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{64}$/, 'Give a SHA-256 digest in hexadecimal.'),
  v.transform(sha256),
);
export const reason = v.picklist(GIVEN_REASONS, 'Choose a reason from the list.');
export const requestType = v.picklist(REQUEST_TYPES, 'Choose what to ask for from the list.');

const MOST_PAGE = 100;
const position = v.pipe(v.string(), v.maxLength(300), v.regex(/^[0-9A-Za-z#:.~-]+$/));

export const nothing = v.strictObject({});

export const page = {
  after: v.optional(position),
  limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_PAGE))),
};

export const entryFilter = {
  ...page,
  from: v.optional(day),
  to: v.optional(day),
  issueId: v.optional(jiraId),
  order: v.optional(v.picklist(['newest-first', 'oldest-first'], 'Choose an order from the list.')),
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
