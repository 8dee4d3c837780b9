import type { LocalForge } from '../../local/forge';
import type { IssueTotal } from '../../src/timesheet/issue-total';
import { storedRows } from './use-forge';

/** What the totals without names say, whichever writing of each it is. */
export const totalsIn = (forge: LocalForge): Array<Omit<IssueTotal, 'version'>> =>
  storedRows(forge, 'issue-total').map(({ value }) => {
    const { issueId, seconds } = value as IssueTotal;
    return { issueId, seconds };
  });
