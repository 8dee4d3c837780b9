import type { Look } from './bridge/theming';
import type { SessionView } from './session-view';

type OnLook = (look: Look) => void;

const prefersDark = matchMedia('(prefers-color-scheme: dark)');
const watchers = new Set<OnLook>();
let session: SessionView | undefined;

function colorMode(mode: SessionView['colorMode']): 'light' | 'dark' {
  if (mode !== 'auto') return mode;
  return prefersDark.matches ? 'dark' : 'light';
}

/** The look of now, as pages that enabled theming get it. */
export function currentLook(): Look {
  const themes = session?.themes ?? [];
  return {
    theme: themes.map((id) => `${id}:${id}`).join(' '),
    colorMode: colorMode(session?.colorMode ?? 'light'),
    styleSheets: themes.map((id) => `/_forge/themes/${id}.css`),
  };
}

function apply(): void {
  const look = currentLook();
  document.documentElement.dataset['theme'] = look.theme;
  document.documentElement.dataset['colorMode'] = look.colorMode;
  for (const watcher of watchers) watcher(look);
}

/** Draws the frame in the session's theme and tells the app's pages. */
export function showLook(next: SessionView): void {
  session = next;
  apply();
}

/** Calls back at every change until the returned function is called. */
export function watchLook(watcher: OnLook): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

prefersDark.addEventListener('change', apply);
