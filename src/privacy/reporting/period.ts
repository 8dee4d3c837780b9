/** Seconds after which Atlassian wants an account reported again, unless it says otherwise (user privacy guide). */
export const STANDARD_PERIOD_SECONDS = 7 * 24 * 3600;
