import type { JiraSite } from '../../local/jira';
import type { LocalForge } from '../../local/forge';

/** An app that reports personal data to Atlassian, as the suite drives it: any app, on the local Forge. */
export interface ReportingApp {
  forge: LocalForge;
  /** Key of the scheduled trigger with which reporting begins. */
  schedule: string;
  /** Has the app keep personal data of an account, by the app's own means. */
  keep(accountId: string): Promise<void>;
  /** Has the app erase an account of its own accord. */
  forget(accountId: string): Promise<void>;
}

/** Opens the app, installed on a site, at an instant on a clock that only the suite moves. */
export type OpenApp = (options: { site: JiraSite; startAt: number }) => Promise<ReportingApp>;

/** One rule of Atlassian's "User privacy guide for app developers". */
export interface Rule {
  /** What an app that keeps it does, as a sentence. */
  name: string;
  /** The section of the guide that asks for it. */
  section: string;
  /** Lives through what puts the rule to the test; gives what was wrong, and nothing where it was kept. */
  check(open: OpenApp): Promise<string[]>;
}
