const DAY_SECONDS = 24 * 3600;

/** Seconds after which Atlassian wants an account reported again, unless it says otherwise (user privacy guide). */
export const STANDARD_PERIOD_SECONDS = 7 * DAY_SECONDS;

/**
 * Periods that are followed. The daily schedule cannot keep a shorter one; a longer one would outlast the markers by which
 * somebody who was here before is not reported early.
 */
export const LEAST_PERIOD_SECONDS = DAY_SECONDS;
export const MOST_PERIOD_SECONDS = 30 * DAY_SECONDS;
