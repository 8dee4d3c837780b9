import { countOf } from '../../shared/count-words';
import type { Search } from './search-people';

/** Tells apart: nobody by that name, somebody without data, and somebody with data. */
export function describe({ wanted, people, found, more }: Search, locale: string): string {
  const narrow = more ? ' Jira found more people than can be listed: type more of the name.' : '';
  if (people.length > 0)
    return `${countOf(people.length, 'person', 'people', locale)} with data found.${narrow}`;
  if (wanted.kind === 'account') return 'Nothing is kept about this account ID.';
  if (found === 0) return 'Jira knows nobody by that name whom you may see.';
  return `Jira knows ${countOf(found, 'person', 'people', locale)} by that name. Nothing is kept about them.${narrow}`;
}
