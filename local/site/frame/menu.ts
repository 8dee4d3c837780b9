import { h } from './element';

/** One line of a menu: a link, or something to do. */
export interface MenuItem {
  text: string;
  href?: string;
  run?: () => unknown;
  icon?: Element;
}

let menus = 0;

function lineOf(item: MenuItem, close: () => void): HTMLElement {
  const run = (): void => {
    close();
    void item.run?.();
  };
  const attributes = { class: 'menu-item', role: 'menuitem', tabindex: '-1', onclick: run };
  const content = [item.icon, item.text];
  if (item.href !== undefined) return h('a', { ...attributes, href: item.href }, ...content);
  return h('button', { ...attributes, type: 'button' }, ...content);
}

function moveFocus(menu: HTMLElement, key: string): boolean {
  const lines = [...menu.querySelectorAll<HTMLElement>('[role=menuitem]')];
  const at = lines.indexOf(document.activeElement as HTMLElement);
  const step = { ArrowDown: at + 1, ArrowUp: at - 1 + lines.length, Home: 0, End: lines.length - 1 }[key];
  if (step === undefined) return false;
  lines[step % lines.length]?.focus();
  return true;
}

/** A button with a menu below it; `items` is asked anew at each opening. */
export function menuButton(
  button: HTMLButtonElement,
  items: () => MenuItem[],
  head?: HTMLElement,
): HTMLElement {
  const id = `menu-${++menus}`;
  const menu = h('div', { id, class: 'menu', role: 'menu', hidden: true });
  const wrapper = h('div', { class: 'menu-anchor' }, button, menu);
  button.setAttribute('aria-haspopup', 'menu');
  button.setAttribute('aria-expanded', 'false');
  button.setAttribute('aria-controls', id);

  const close = (): void => {
    if (menu.hidden) return;
    menu.hidden = true;
    button.setAttribute('aria-expanded', 'false');
    removeEventListener('pointerdown', outside, true);
  };
  const outside = (event: Event): void => {
    if (!wrapper.contains(event.target as Node)) close();
  };
  const show = (): void => {
    menu.replaceChildren(...(head ? [head] : []), ...items().map((item) => lineOf(item, close)));
    menu.hidden = false;
    button.setAttribute('aria-expanded', 'true');
    addEventListener('pointerdown', outside, true);
    menu.querySelector<HTMLElement>('[role=menuitem]')?.focus();
  };
  button.addEventListener('click', () => (menu.hidden ? show() : close()));
  wrapper.addEventListener('keydown', (event) => {
    if (menu.hidden) return;
    if (event.key === 'Escape') {
      close();
      button.focus();
    } else if (event.key === 'Tab') close();
    else if (moveFocus(menu, event.key)) event.preventDefault();
  });
  return wrapper;
}
