import type { Wire } from './wire';

/** How the frame looks, as it tells a page that enabled theming. */
export interface Look {
  /** Value of `data-theme`. */
  theme: string;
  colorMode: 'light' | 'dark';
  styleSheets: string[];
}

function loaded(href: string): Promise<void> {
  const known = [...document.querySelectorAll('link')].some((link) => link.getAttribute('href') === href);
  if (known) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = href;
    link.onload = () => resolve();
    link.onerror = () => reject(new Error(`The theme ${href} did not load.`));
    document.head.append(link);
  });
}

function apply({ theme, colorMode }: Look): void {
  const root = document.documentElement;
  root.dataset['theme'] = theme;
  root.dataset['colorMode'] = colorMode;
}

/** `view.theme.enable()`: takes over the frame's look, now and whenever it changes. */
export async function enableTheming(wire: Wire): Promise<void> {
  const look = (await wire.call('watchLook', apply)) as Look;
  apply(look);
  await Promise.all(look.styleSheets.map(loaded));
}
