import type { ReactNode } from 'react';
import { JiraLink } from './jira-link';

/** Leads to My time, by the key of its module in manifest.yml. */
export function MyTimeLink({ children }: { children: ReactNode }) {
  return (
    <JiraLink
      href="#my-time"
      to={{ target: 'module', moduleKey: 'my-time' }}
      otherwise="You find My time in Jira’s navigation, under Apps."
    >
      {children}
    </JiraLink>
  );
}
