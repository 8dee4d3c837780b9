import type { Found } from '../look-up';
import { issueLabel, type Issue } from '../issues';
import { useViewer } from '../viewer';

interface IssueCellProps {
  id: string;
  found: Found<Issue> | undefined;
}

/** An issue as a link with its summary, or its ID where the viewer may not see it. */
export function IssueCell({ id, found }: IssueCellProps) {
  const { siteUrl } = useViewer();
  if (found?.state !== 'known') return <span className="quiet">{issueLabel(found, id)}</span>;
  const { key } = found.value;
  return (
    <a href={`${siteUrl}/browse/${encodeURIComponent(key)}`} target="_blank" rel="noreferrer">
      {issueLabel(found, id)}
    </a>
  );
}
