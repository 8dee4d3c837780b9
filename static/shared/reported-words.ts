import type { Reported } from '../../src/contract';
import { formatInstantDay } from './dates';
import type { Viewer } from './viewer';

/** When Atlassian was told that the app holds an account ID, and from when it is told again; `whose` is before the ID. */
export function reportedWords({ lastAt, nextAt }: Reported, whose: 'your' | 'the', viewer: Viewer): string {
  const next = formatInstantDay(nextAt, viewer);
  if (lastAt === undefined) {
    return `Atlassian has not been told yet that this app holds ${whose} account ID. It will be on ${next} or soon after.`;
  }
  const last = formatInstantDay(lastAt, viewer);
  return `Atlassian was last told on ${last} that this app holds ${whose} account ID. It will be told again on or after ${next}.`;
}
