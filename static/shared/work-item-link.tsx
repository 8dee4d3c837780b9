import type { ReactNode } from 'react';
import { JiraLink } from './jira-link';
import { useViewer } from './viewer';
import { t } from './words/words';

/** Leads to a work item's page in Jira. */
export function WorkItemLink({ issueKey, children }: { issueKey: string; children: ReactNode }) {
  const { siteUrl } = useViewer();
  return (
    <JiraLink
      href={`${siteUrl}/browse/${encodeURIComponent(issueKey)}`}
      to={{ target: 'issue', issueKey }}
      otherwise={t('common.work-item-found', { key: issueKey })}
    >
      {children}
    </JiraLink>
  );
}
