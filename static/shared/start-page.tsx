import { view } from '@forge/bridge';
import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import './base.css';
import { readViewer, ViewerContext } from './viewer';

/** Takes over Jira's theme and language, then shows the page in `#root`. */
export async function startPage(page: ReactNode | Promise<ReactNode>): Promise<void> {
  const [viewer, , shown] = await Promise.all([readViewer(), view.theme.enable(), page]);
  document.documentElement.lang = 'en';
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no #root');
  createRoot(root).render(
    <StrictMode>
      <ViewerContext.Provider value={viewer}>{shown}</ViewerContext.Provider>
    </StrictMode>,
  );
}
