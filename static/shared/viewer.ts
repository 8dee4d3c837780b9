import { view } from '@forge/bridge';
import { createContext, useContext } from 'react';

/** Who looks at the page, and how dates and numbers are written for them. */
export interface Viewer {
  accountId: string | undefined;
  locale: string;
  timeZone: string;
  siteUrl: string;
  /** Key of the module that Jira shows, as in manifest.yml. */
  moduleKey: string;
}

const unknownViewer: Viewer = {
  accountId: undefined,
  locale: 'en',
  timeZone: 'UTC',
  siteUrl: '',
  moduleKey: '',
};

export const ViewerContext = createContext<Viewer>(unknownViewer);

export function useViewer(): Viewer {
  return useContext(ViewerContext);
}

/** The viewer as Jira describes them; what Jira gets wrong or leaves out falls back to English and UTC. */
export async function readViewer(): Promise<Viewer> {
  const context = await view.getContext();
  return {
    accountId: context.accountId,
    locale: supportedLocale(context.locale),
    timeZone: supportedTimeZone(context.timezone),
    siteUrl: context.siteUrl ?? '',
    moduleKey: context.moduleKey ?? '',
  };
}

function supportedLocale(locale: string | undefined): string {
  // Jira writes de_DE, Intl wants de-DE.
  const tag = (locale ?? '').replaceAll('_', '-');
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag)[0] ?? unknownViewer.locale;
  } catch {
    return unknownViewer.locale;
  }
}

function supportedTimeZone(timeZone: string | undefined): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return unknownViewer.timeZone;
  }
}
