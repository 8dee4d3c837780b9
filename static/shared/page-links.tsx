import type { ReactNode } from 'react';
import { JiraLink } from './jira-link';
import { t } from './words/words';

/** Where people find the app's pages in Jira, by the key of the module in manifest.yml. */
const FOUND = {
  'my-data': 'common.my-data-found',
  'my-time': 'common.my-time-found',
} as const;

interface PageLinkProps {
  children: ReactNode;
}

/** Leads to My data, and there to a tab, as its address has it. */
export const MyDataLink = ({ children, tab }: PageLinkProps & { tab?: 'notice' | 'requests' }) => (
  <PageLink page="my-data" {...(tab && { path: `/${tab}` })}>
    {children}
  </PageLink>
);

export const MyTimeLink = ({ children }: PageLinkProps) => <PageLink page="my-time">{children}</PageLink>;

function PageLink({ page, path, children }: PageLinkProps & { page: keyof typeof FOUND; path?: string }) {
  return (
    <JiraLink
      href={`#${page}`}
      to={{ target: 'module', moduleKey: page, ...(path !== undefined && { path }) }}
      otherwise={t(FOUND[page])}
    >
      {children}
    </JiraLink>
  );
}
