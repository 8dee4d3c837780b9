import type { NotAnswered } from '../engine';

/** What Jira says of a person: that they are on the site, that they are not, or nothing that can be relied on. */
export type SiteAnswer = { kind: 'on-site' } | { kind: 'gone' } | Pick<NotAnswered, 'kind' | 'why'>;

/** Jira's side of who is on the site, handed in to the engine. */
export interface SiteMembers {
  /** Asks about one person. Never rejects. */
  ask(accountId: string): Promise<SiteAnswer>;
}
