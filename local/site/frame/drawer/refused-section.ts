import { read } from '../control';
import { h } from '../element';
import { sectionBox, type Section } from './section';

interface Counted {
  what: string;
  count: number;
}

interface RefusedView {
  manifest: string[];
  asked: Counted[];
  undelivered: Counted[];
}

function list(title: string, lines: string[]): HTMLElement[] {
  if (lines.length === 0) return [];
  return [h('h4', {}, title), h('ul', { class: 'refused' }, ...lines.map((line) => h('li', {}, line)))];
}

function lines(counted: Counted[]): string[] {
  return counted.map(({ what, count }) => (count === 1 ? what : `${what} (${count}×)`));
}

/** What the app asked for and did not get: it may have swallowed the error, so it is said here. */
export function refusedSection(): Section {
  const body = h('div', { role: 'status' });
  const redraw = async (): Promise<void> => {
    const view = await read<RefusedView>('/refused');
    // Drawn only when it changed, so that nobody is told the same again.
    const drawn = JSON.stringify(view);
    if (drawn === body.dataset['drawn']) return;
    body.dataset['drawn'] = drawn;
    const { manifest, asked, undelivered } = view;
    const parts = [
      ...list('In the manifest', manifest),
      ...list('Asked for by the app', lines(asked)),
      ...list('Events without their scope', lines(undelivered)),
    ];
    const nothing = h('p', { class: 'quiet small' }, 'Nothing was asked for that is not modelled.');
    body.replaceChildren(...(parts.length === 0 ? [nothing] : parts));
  };
  return { element: sectionBox('Not modelled', body), redraw };
}
