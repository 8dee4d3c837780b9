const DAY = 24 * 60 * 60 * 1000;

/** Sources: "User privacy guide for app developers" (documented) unless tagged. */
export const REPORT_LIMITS = {
  accountsPerCall: 90,
  cycleMs: 7 * DAY,
  /** How long Atlassian waits before a closed account reads so (from Atlassian's account documentation). */
  closedAfterMs: 14 * DAY,
} as const;

/** An account ID is 1 to 128 letters, digits, `-` and `:`. */
export const ACCOUNT_ID = /^[A-Za-z0-9:-]{1,128}$/;

/** What Jira shows where there is no account: never to be reported. */
export const PLACEHOLDERS = ['unknown', 'unidentified'];

/** Atlassian's own accounts for tests. */
export const TEST_ACCOUNTS = {
  active: '5be24ad8b1653240376955d2',
  closed: '5be24ba3f91c106033269289',
} as const;
