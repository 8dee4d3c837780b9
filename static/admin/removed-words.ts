import type { RemovedPerson } from '../../src/contract';
import { formatInstantDay } from '../shared/dates';
import type { Viewer } from '../shared/viewer';

/** What happens to somebody who was removed from the site, and when. */
export function erasedWords({ erasedFrom, held }: RemovedPerson, viewer: Viewer): string {
  if (held)
    return 'Kept while the restriction that they or an administrator set stands, unless Atlassian says that the account is closed';
  return erasedFrom === undefined
    ? 'Erased when Atlassian says that the account is closed'
    : `Erased on or soon after ${formatInstantDay(erasedFrom, viewer)}, or earlier if Atlassian says that the account is closed`;
}
