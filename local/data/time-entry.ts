/** Time that someone logged on an issue, as files and the made-up site have it. */
export interface LoggedTime {
  accountId: string;
  issueKey: string;
  issueId: string;
  /** `yyyy-mm-dd` */
  startedOn: string;
  seconds: number;
}
