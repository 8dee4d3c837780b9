import type { JiraSite } from '../../local/jira';
import { TEST_SITE } from './test-site';

/** Account IDs of so many people whom nobody knows by name. */
export const crowdOf = (people: number): string[] =>
  Array.from({ length: people }, (_, n) => `712020:00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);

/** The site of the tests, with these people on it, too. */
export const siteWith = (crowd: readonly string[]): JiraSite => ({
  ...TEST_SITE,
  people: [...TEST_SITE.people, ...crowd.map((accountId) => ({ accountId, displayName: 'Someone' }))],
});
