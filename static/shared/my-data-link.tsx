import type { ReactNode } from 'react';
import { JiraLink } from './jira-link';

/** Leads to My data, by the key of its module in manifest.yml. */
export function MyDataLink({ children }: { children: ReactNode }) {
  return (
    <JiraLink
      href="#my-data"
      to={{ target: 'module', moduleKey: 'my-data' }}
      otherwise="You find My data in the menu under your profile picture, at the top right of Jira."
    >
      {children}
    </JiraLink>
  );
}
