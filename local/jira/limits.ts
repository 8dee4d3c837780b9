/** Page sizes of Jira's REST API, from its reference unless tagged. */
export const JIRA_LIMITS = {
  userBulkDefault: 10,
  /** Assumed: the reference names no maximum. */
  userBulkMost: 200,
  userSearchDefault: 50,
  userSearchMost: 1000,
  bulkFetchIssues: 100,
  /** Assumed. */
  pickerIssues: 20,
} as const;
