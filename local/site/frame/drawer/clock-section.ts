import { change, read } from '../control';
import { h } from '../element';
import { button, sectionBox, type DrawerContext, type Section } from './section';
import { aheadWords } from './words';

interface ClockView {
  now: number;
  aheadMs: number;
  schedule: { key: string; at: number }[];
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const STEPS: [string, number][] = [
  ['+1 hour', HOUR_MS],
  ['+1 day', DAY_MS],
  ['+7 days', 7 * DAY_MS],
  ['+30 days', 30 * DAY_MS],
];

/** The site's time: moved on by a step or to a day, with everything delivered that falls due meanwhile. */
export function clockSection(context: DrawerContext): Section {
  const shown = h('p', { class: 'clock', role: 'status' });
  const ahead = h('p', { class: 'quiet small' });
  const schedule = h('div', { class: 'row' });
  const day = h('input', { type: 'date', 'aria-label': 'Day to move to' });
  const when = (instant: number): string => {
    const { locale, person } = context.session();
    const options = { dateStyle: 'medium', timeStyle: 'short', timeZone: person.timeZone } as const;
    return new Date(instant).toLocaleString(locale, options);
  };
  const redraw = async (): Promise<void> => {
    const view = await read<ClockView>('/clock');
    shown.textContent = when(view.now);
    ahead.textContent = aheadWords(view.aheadMs);
    // Drawn only when it changed, so that a button keeps the focus.
    const drawn = JSON.stringify([view.schedule, context.session().locale]);
    if (drawn !== schedule.dataset['drawn']) schedule.replaceChildren(...view.schedule.map(runButton));
    schedule.dataset['drawn'] = drawn;
  };
  const move = async (body: Record<string, unknown>): Promise<void> => {
    await change('/clock', body);
    context.onChanged();
  };
  const runButton = ({ key, at }: { key: string; at: number }): HTMLElement => {
    const run = async (): Promise<void> => {
      await change(`/schedule/${encodeURIComponent(key)}`, {});
      context.onChanged();
    };
    return h(
      'div',
      { class: 'schedule' },
      button(`Run “${key}” now`, run),
      h('span', {}, `next ${when(at)}`),
    );
  };
  const steps = STEPS.map(([text, advanceMs]) => button(text, () => move({ advanceMs })));
  const toDay = button('Go to', () => move({ to: `${day.value}T12:00:00Z` }));
  const element = sectionBox(
    'Clock',
    shown,
    ahead,
    h('div', { class: 'row' }, ...steps),
    h('div', { class: 'row' }, day, toDay),
    schedule,
  );
  return { element, redraw };
}
