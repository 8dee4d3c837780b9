import type { JiraSite, PersonInput } from '../jira/types';

/** The site with its people as they were at first: whoever has left since was there when they logged their time. */
export const siteAtFirst = (site: JiraSite): JiraSite => ({ ...site, people: site.people.map(atFirst) });

function atFirst(person: PersonInput): PersonInput {
  const first: PersonInput = { ...person, active: true };
  delete first.closedAt;
  delete first.removed;
  return first;
}
