import type { ClipboardEvent, KeyboardEvent } from 'react';
import type { Day, ListedEntry } from '../../../src/contract';
import { formatDuration } from '../../shared/duration';
import type { RequestIds } from '../../shared/time-form/use-log-time';
import { secondsIn } from '../../shared/seconds-in';
import { useViewer } from '../../shared/viewer';
import { useForms } from '../use-forms';
import type { OwnTime } from '../use-week';
import { idOf, stepOfArrow, type Cell } from './cells';
import type { OpenCellProps } from './open-cell';
import type { OpenCellState } from './use-open-cell';

interface DayCellProps {
  cell: Cell;
  /** Which work item and day, for a screen reader. */
  name: string;
  entries: ListedEntry[];
  canLog: boolean;
  opened: OpenCellState;
  requestIds: RequestIds;
  own: OwnTime;
  /** Those on which one can log. */
  days: readonly Day[];
  /** Several cells were pasted, from this one on. */
  onPaste: (text: string, cell: Cell) => void;
}

/** What was logged on a work item on a day; a button where one can log or correct. */
export function DayCell({ cell, name, entries, canLog, opened, onPaste, ...rest }: DayCellProps) {
  const { locale } = useViewer();
  const sum = entries.length === 0 ? '' : formatDuration(secondsIn(entries), locale);
  if (!canLog) return <td className="number at-end">{sum}</td>;
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text');
    // As spreadsheets copy several cells.
    if (!/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    onPaste(text, cell);
  };
  if (!opened.isOpen(cell))
    return (
      <td className="number day-cell" onPaste={paste}>
        <CellButton cell={cell} name={name} sum={sum} opened={opened} />
      </td>
    );
  return (
    <td className="number day-cell" onPaste={paste}>
      <OpenCellOnceThere
        {...rest}
        cell={cell}
        name={name}
        entries={entries}
        typed={opened.typed}
        onLeave={(step) => opened.leave(cell, step)}
      />
    </td>
  );
}

function OpenCellOnceThere(props: OpenCellProps) {
  const forms = useForms();
  if (forms === undefined || forms === 'failed') return null;
  return <forms.OpenCell {...props} />;
}

interface CellButtonProps extends Pick<DayCellProps, 'cell' | 'name' | 'opened'> {
  sum: string;
}

/** What a duration begins with. */
const BEGINS_DURATION = /^[\p{Nd}½¼¾]$/u;

function CellButton({ cell, name, sum, opened }: CellButtonProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = stepOfArrow(event.key);
    if (step === undefined && !BEGINS_DURATION.test(event.key)) return;
    event.preventDefault();
    if (step === undefined) opened.open(cell, event.key);
    else opened.leave(cell, step);
  };
  return (
    <button
      type="button"
      className="cell-button"
      data-cell={idOf(cell)}
      aria-label={sum === '' ? `Log time on ${name}` : `${sum} on ${name}`}
      onClick={() => opened.open(cell)}
      onKeyDown={onKeyDown}
    >
      {sum === '' ? <span className="cell-plus">+</span> : sum}
    </button>
  );
}
