import { go } from '../navigation';
import type { SessionView } from '../session-view';

/** What `router.navigate`, `open` and `getUrl` take. */
export interface Destination {
  url?: string;
  target?: string;
  moduleKey?: string;
  issueKey?: string;
  path?: string;
  type?: 'same-tab' | 'new-tab';
}

function modulePath(session: SessionView, destination: Destination): string {
  const module = session.modules.find((one) => one.key === destination.moduleKey);
  if (module?.path === undefined) throw new Error('The manifest has no page module with this key.');
  return module.path + (destination.path ?? '');
}

/** Where a destination is; targets that the frame has no page for fail by name. */
export function urlOf(session: SessionView, destination: Destination): URL {
  const { url, target, issueKey } = destination;
  if (url !== undefined) return new URL(url, session.siteUrl);
  const path = ((): string => {
    if (target === 'module') return modulePath(session, destination);
    if (target === 'issue') return `/browse/${issueKey}`;
    throw new Error(`The local site does not model the navigation target "${target}".`);
  })();
  return new URL(path, session.siteUrl);
}

/** Leads there: within Jira at once, elsewhere only after a yes, as Jira asks before leaving. */
export function navigate(session: SessionView, destination: Destination): void {
  if (session.leadsNowhere) throw new Error('The drawer says that Jira leads nowhere.');
  const url = urlOf(session, destination);
  const isHere = url.origin === location.origin;
  if (isHere && destination.type === 'same-tab') {
    go(url.pathname + url.search);
    return;
  }
  if (!isHere && !confirm(`This leads out of Jira, to ${url.host}. Go there in a new tab?`)) {
    throw new Error('The person did not want to leave Jira.');
  }
  open(url, '_blank', 'noopener');
}
