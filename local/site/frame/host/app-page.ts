/** An app page that is open in the frame: which module it shows, and what it may ask of what surrounds it. */
export interface AppPage {
  moduleKey: string;
  title: string;
  /** Key of the manifest's resource that is shown. */
  resource: string;
  issueKey?: string;
  isNewToIssue?: boolean;
  /** Path of a page of its own, below which the app may route. */
  path?: string;
  /** What `new Modal({context})` gave, in a modal. */
  modal?: unknown;
  /** Closes the modal with what `view.close()` gave; other pages cannot be closed. */
  close?: (payload: unknown) => void;
  /** What `view.onClose()` registered. */
  onClose?: () => unknown;
  /** Takes what is to be done when the page is left. */
  onEnd?: (end: () => void) => void;
  /** Fetches the page around it again, where there is data to fetch. */
  refresh?: () => void;
}

/** What the server needs to know of a page. */
export function aboutPage({ moduleKey, issueKey, isNewToIssue, modal }: AppPage): Record<string, unknown> {
  return { moduleKey, issueKey, isNewToIssue, modal };
}
