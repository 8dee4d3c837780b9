/** Time that someone logged on an issue, as files and the made-up site have it. */
export interface LoggedTime {
  accountId: string;
  issueKey: string;
  issueId: string;
  /** `yyyy-mm-dd` */
  startedOn: string;
  seconds: number;
}

/** What is wrong with one of several entries. */
export interface EntryFault {
  /** Which of them, from 0. */
  position: number;
  problem: string;
}
