import type { Reported } from '../../src/contract';
import { formatInstantDay } from './dates';
import type { Viewer } from './viewer';
import { t } from './words/words';

/**
 * When Atlassian was told that the app holds an account ID, and from when it is told again.
 * @param whose `your` where it is the viewer’s own
 */
export function reportedWords({ lastAt, nextAt }: Reported, whose: 'your' | 'the', viewer: Viewer): string {
  const next = formatInstantDay(nextAt, viewer);
  if (lastAt === undefined)
    return t(whose === 'your' ? 'reporting.first-of-own' : 'reporting.first', { next });
  const last = formatInstantDay(lastAt, viewer);
  return t(whose === 'your' ? 'reporting.told-of-own' : 'reporting.told', { last, next });
}
