import { change } from '../control';
import { h } from '../element';
import { attempt, sectionBox, type DrawerContext, type Section } from './section';

type Switch = 'popups' | 'leadsNowhere';

const SWITCHES: [Switch, string][] = [
  ['popups', 'They may open windows (Forge does not let them)'],
  ['leadsNowhere', 'Jira’s router refuses to lead anywhere'],
];

/** How the app's pages stand in Jira, other than documented: what depends on it shows. */
export function framesSection(context: DrawerContext): Section {
  const rows = SWITCHES.map(([key, text]) => {
    const box = h('input', { type: 'checkbox' });
    const set = async (): Promise<void> => {
      await change('/session', { [key]: box.checked });
      context.onChanged();
    };
    box.addEventListener('change', () => void attempt(set));
    return { key, box, line: h('li', {}, h('label', {}, box, text)) };
  });
  const redraw = (): void => {
    for (const { key, box } of rows) box.checked = context.session()[key];
  };
  const list = h('ul', { class: 'faults' }, ...rows.map(({ line }) => line));
  return { element: sectionBox('Pages of the app', list), redraw };
}
