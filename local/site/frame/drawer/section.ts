import { h } from '../element';
import { showFlag } from '../host/flags';
import type { SessionView } from '../session-view';

/** What a section of the drawer knows and may do. */
export interface DrawerContext {
  session(): SessionView;
  /** Something changed that the page may show: all is read and drawn anew. */
  onChanged(): void;
}

/** A part of the drawer; `redraw` reads and draws it anew. */
export interface Section {
  element: HTMLElement;
  redraw(): Promise<void> | void;
}

export function sectionBox(title: string, ...content: HTMLElement[]): HTMLElement {
  return h('section', { class: 'drawer-section' }, h('h3', {}, title), ...content);
}

/** Does something that may be refused, and says so as a message. */
export async function attempt(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const description = error instanceof Error ? error.message : String(error);
    showFlag({ id: 'drawer', type: 'error', title: 'That did not work', description });
  }
}

export function button(text: string, run: () => Promise<unknown>): HTMLButtonElement {
  const element = h('button', { type: 'button', class: 'button button-small' }, text);
  element.addEventListener('click', () => {
    element.disabled = true;
    void attempt(run).finally(() => {
      element.disabled = false;
    });
  });
  return element;
}
