import type { Found } from '../look-up';
import { issueLabel, type Issue } from '../issues';
import { WorkItemLink } from '../work-item-link';

interface IssueCellProps {
  id: string;
  found: Found<Issue> | undefined;
}

/** An issue as a link with its summary, or its ID where the viewer may not see it. */
export function IssueCell({ id, found }: IssueCellProps) {
  if (found?.state !== 'known') return <span className="quiet">{issueLabel(found, id)}</span>;
  return <WorkItemLink issueKey={found.value.key}>{issueLabel(found, id)}</WorkItemLink>;
}
