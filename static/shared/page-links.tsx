import type { ReactNode } from 'react';
import { JiraLink } from './jira-link';

/** Where people find the app's pages in Jira, by the key of the module in manifest.yml. */
const FOUND = {
  'my-data': 'You find My data in the menu under your profile picture, at the top right of Jira.',
  'my-time': 'You find My time in Jira’s navigation, under Apps.',
};

interface PageLinkProps {
  children: ReactNode;
}

export const MyDataLink = ({ children }: PageLinkProps) => <PageLink page="my-data">{children}</PageLink>;

export const MyTimeLink = ({ children }: PageLinkProps) => <PageLink page="my-time">{children}</PageLink>;

function PageLink({ page, children }: PageLinkProps & { page: keyof typeof FOUND }) {
  return (
    <JiraLink href={`#${page}`} to={{ target: 'module', moduleKey: page }} otherwise={FOUND[page]}>
      {children}
    </JiraLink>
  );
}
