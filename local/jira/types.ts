type AccountType = 'atlassian' | 'app' | 'customer';

/** One account as Jira and Atlassian know it. Instants are epoch milliseconds. */
export interface Person {
  accountId: string;
  displayName: string;
  /** False for a deactivated person, who is not closed. */
  active: boolean;
  accountType: AccountType;
  isAdmin: boolean;
  timeZone: string;
  locale: string;
  /** When the profile last changed at Atlassian. */
  changedAt?: number;
  /** When the account was closed at Atlassian: it reads as closed some time later. */
  closedAt?: number;
  /** Removed from this site; the account itself may live on. */
  removed?: boolean;
}

/** What describes a person; the rest has the defaults of an active, ordinary user. */
export type PersonInput = Pick<Person, 'accountId' | 'displayName'> & Partial<Person>;

export interface Project {
  id: string;
  key: string;
  name: string;
  /** Who may browse it; without it everyone on the site but customers. */
  browsers?: string[];
}

export interface Issue {
  id: string;
  key: string;
  summary: string;
  /** The `key` of its project. */
  project: string;
  issueType?: string;
}

export interface JiraSite {
  people: PersonInput[];
  projects: Project[];
  issues: Issue[];
  /** Host name shown in links, for example `example.atlassian.net`. */
  host?: string;
}

/** How Jira shows what no documentation settles; each can be changed while running. */
export interface JiraSettings {
  /** A closed account is listed as "Former user" without details, or not at all. */
  closedAccounts: 'former-user' | 'gone';
  /** Asked for one person who was removed from the site, it answers 404, or that they are not active. */
  removedPeople: 'gone' | 'inactive';
  /** What a day and a week of work are, as administrators of Jira set it. */
  workingTime: { hoursPerDay: number; daysPerWeek: number };
}

export interface LocalJira {
  readonly host: string;
  settings: JiraSettings;
  people(): Person[];
  person(accountId: string): Person | undefined;
  projects(): Project[];
  issues(): Issue[];
  issue(idOrKey: string): Issue | undefined;
  /** May this person see this issue? */
  canBrowse(accountId: string | undefined, issue: Issue): boolean;
  addPerson(person: PersonInput): Promise<void>;
  /** Changes a person and sends `avi:jira:updated:user`. */
  changePerson(accountId: string, change: Partial<Omit<Person, 'accountId'>>): Promise<void>;
  /** A new name: the profile reads as updated from now on. */
  rename(accountId: string, displayName: string): Promise<void>;
  deactivate(accountId: string): Promise<void>;
  reactivate(accountId: string): Promise<void>;
  /** Closes the account at Atlassian: deactivated here at once, `closed` for reporting after Atlassian's wait. */
  closeAccount(accountId: string): Promise<void>;
  /** Takes the person off the site and sends `avi:jira:deleted:user`. */
  removeFromSite(accountId: string): Promise<void>;
}
