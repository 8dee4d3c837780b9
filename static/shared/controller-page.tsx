import { issueLabel, lookUpIssues } from './issues';
import { useLookUp } from './use-look-up';
import { WorkItemLink } from './work-item-link';

/** The organisation's own privacy page: the browser asks Jira for its title, as the viewer. */
export function ControllerPage({ id }: { id: string }) {
  const found = useLookUp(lookUpIssues, [id]).get(id);
  if (found?.state !== 'known') return <>{issueLabel(found, id)}</>;
  return <WorkItemLink issueKey={found.value.key}>{issueLabel(found, id)}</WorkItemLink>;
}
