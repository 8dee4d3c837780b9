import { change, read } from '../control';
import { h, icon } from '../element';
import { ICONS } from '../icons';
import { button, sectionBox, type DrawerContext, type Section } from './section';
import { counted } from './words';

interface Invocation {
  function: string;
  call?: string;
  source: string;
  ms: number;
  platformCalls: number;
  outcome: string;
  error?: string;
}

const SHOWN = 12;

function cells(...texts: string[]): HTMLElement {
  return h('tr', {}, ...texts.map((text) => h('td', {}, text)));
}

function invocationTable(invocations: Invocation[]): HTMLElement {
  const head = h(
    'tr',
    {},
    ...['Function', 'ms', 'Calls', 'Outcome'].map((name) => h('th', { scope: 'col' }, name)),
  );
  const rows = invocations.slice(0, SHOWN).map((one) => {
    const row = cells(
      one.call ?? one.function,
      String(Math.round(one.ms)),
      String(one.platformCalls),
      one.outcome,
    );
    if (one.outcome !== 'ok') row.classList.add('bad');
    if (one.error !== undefined) row.title = one.error;
    return row;
  });
  return h('table', { class: 'watch' }, h('thead', {}, head), h('tbody', {}, ...rows));
}

function storageTable(counts: Record<string, number>): HTMLElement {
  const rows = Object.entries(counts).sort(([a], [b]) => a.localeCompare(b));
  const head = h('tr', {}, ...['Stored', 'Rows'].map((name) => h('th', { scope: 'col' }, name)));
  const lines = rows.map(([place, count]) => cells(place, count.toLocaleString('en')));
  return h('table', { class: 'watch' }, h('thead', {}, head), h('tbody', {}, ...lines));
}

/** What the app did and keeps: functions run, events waiting, rows stored. No payloads. */
export function watchSection(context: DrawerContext): Section {
  const invocations = h('div', {});
  const queue = h('p', { class: 'small', role: 'status' });
  const storage = h('div', {});
  const dump = h(
    'a',
    { class: 'small', href: '/__local/storage/dump', target: '_blank', rel: 'noopener' },
    'Everything stored, as JSON ',
    icon(ICONS.outside, 12),
  );
  const redraw = async (): Promise<void> => {
    const [ran, waits, stored] = await Promise.all([
      read<{ invocations: Invocation[] }>('/invocations'),
      read<{ pending: unknown[]; dropped: number }>('/queue'),
      read<{ counts: Record<string, number> }>('/storage'),
    ]);
    invocations.replaceChildren(invocationTable(ran.invocations));
    storage.replaceChildren(storageTable(stored.counts));
    queue.textContent = `Queue: ${counted(waits.pending.length, 'event')} waiting, ${waits.dropped} given up.`;
  };
  const reset = button('Reset the site', async () => {
    if (!confirm('Empty everything the site has kept and begin anew with the default data?')) return;
    await change('/reset', {});
    context.onChanged();
  });
  const element = sectionBox(
    'What happens',
    invocations,
    queue,
    storage,
    dump,
    h('div', { class: 'row' }, reset),
  );
  return { element, redraw };
}
