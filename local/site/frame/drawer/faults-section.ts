import { change, read } from '../control';
import { h } from '../element';
import { attempt, sectionBox, type Section } from './section';

interface Fault {
  key: string;
  title: string;
  on: boolean;
  number?: { label: string; preset: number };
}

interface FaultsView {
  faults: Fault[];
  struck: Record<string, number>;
}

function faultRow(fault: Fault, redraw: () => Promise<void>): HTMLElement {
  const box = h('input', { type: 'checkbox', checked: fault.on });
  const number =
    fault.number &&
    h('input', {
      type: 'number',
      min: 1,
      max: 9999,
      value: fault.number.preset,
      'aria-label': fault.number.label,
    });
  box.addEventListener('change', () => {
    const body = number ? { on: box.checked, number: Number(number.value) } : { on: box.checked };
    void attempt(() => change(`/faults/${fault.key}`, body)).then(redraw);
  });
  const text = h('label', {}, box, fault.title);
  return h('li', {}, text, fault.number && h('span', { class: 'quiet' }, fault.number.label), number);
}

/** What goes wrong on purpose, and how often it has struck. */
export function faultsSection(): Section {
  const list = h('ul', { class: 'faults' });
  const struck = h('p', { class: 'quiet small', role: 'status' });
  const redraw = async (): Promise<void> => {
    const view = await read<FaultsView>('/faults');
    list.replaceChildren(...view.faults.map((fault) => faultRow(fault, redraw)));
    const counts = Object.entries(view.struck).map(([kind, count]) => `${kind} ${count}×`);
    struck.textContent = counts.length === 0 ? '' : `Struck so far: ${counts.join(', ')}.`;
  };
  return { element: sectionBox('Faults', list, struck), redraw };
}
