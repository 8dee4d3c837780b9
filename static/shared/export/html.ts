import type { Cell } from './csv';

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** Terms and what they mean. */
export function factList(
  facts: ReadonlyArray<readonly [name: string, value: string]>,
  className = '',
): string {
  const items = facts.map(([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`);
  return `<dl${className && ` class="${className}"`}>${items.join('')}</dl>`;
}

interface ShownTable {
  label: string;
  columns: ReadonlyArray<{ name: string; className?: string }>;
  rows: Iterable<readonly Cell[]>;
  /** The cells of a last row that sums up. */
  foot?: readonly string[];
}

const ROWS_A_CHUNK = 1_000;

/** A table that scrolls sideways where it is too wide, piece by piece. */
export function* tableChunks({ label, columns, rows, foot }: ShownTable): Generator<string> {
  const classes = columns.map(({ className }) => (className === undefined ? '' : ` class="${className}"`));
  const heads = columns.map(({ name }, at) => `<th scope="col"${classes[at]}>${escapeHtml(name)}</th>`);
  const row = (cells: readonly Cell[]) =>
    `<tr>${cells.map((cell, at) => `<td${classes[at]}>${escapeHtml(String(cell ?? ''))}</td>`).join('')}</tr>\n`;
  yield `<div class="scroll" role="region" tabindex="0" aria-label="${escapeHtml(label)}">
<table><caption>${escapeHtml(label)}</caption><thead><tr>${heads.join('')}</tr></thead><tbody>\n`;
  let lines: string[] = [];
  for (const cells of rows) {
    lines.push(row(cells));
    if (lines.length < ROWS_A_CHUNK) continue;
    yield lines.join('');
    lines = [];
  }
  yield `${lines.join('')}</tbody>${foot ? `<tfoot>${row(foot)}</tfoot>` : ''}</table></div>\n`;
}
