import type { ClipboardEvent, KeyboardEvent } from 'react';
import type { Day, ListedEntry } from '../../../src/contract';
import { formatDuration } from '../../shared/duration';
import type { RequestIds } from '../../shared/time-form/use-log-time';
import { secondsIn } from '../../shared/seconds-in';
import { useViewer } from '../../shared/viewer';
import { t } from '../../shared/words/words';
import { useForms } from '../use-forms';
import type { OwnTime } from '../use-week';
import type { CellNames } from './cell-names';
import { entryWords, idOf, stepOfArrow, type Cell, type OpenCellProps } from './cells';
import type { OpenCellState } from './use-open-cell';

interface DayCellProps {
  cell: Cell;
  /** For a screen reader. */
  names: CellNames;
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
export function DayCell({ cell, names, entries, canLog, opened, onPaste, ...rest }: DayCellProps) {
  const { locale } = useViewer();
  const seconds = secondsIn(entries);
  if (!canLog)
    return <td className="number at-end">{entries.length > 0 && formatDuration(seconds, locale)}</td>;
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text');
    // As spreadsheets copy several cells.
    if (!/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    onPaste(text, cell);
  };
  const open = opened.opened(cell);
  if (!open)
    return (
      <td className="number day-cell" onPaste={paste}>
        <CellButton cell={cell} names={names} seconds={seconds} opened={opened} />
      </td>
    );
  return (
    <td className="number day-cell" onPaste={paste}>
      <OpenCellOnceThere
        {...rest}
        cell={cell}
        names={names}
        entries={entries}
        typed={open.typed}
        onLeave={() => {
          opened.close(open);
          opened.go(cell);
        }}
        onOpen={opened.add}
        onGo={(step) => opened.go(cell, step)}
        onClose={() => opened.close(open)}
      />
    </td>
  );
}

function OpenCellOnceThere(props: OpenCellProps) {
  const forms = useForms();
  if (forms === undefined || forms === 'failed') return null;
  return <forms.OpenCell {...props} />;
}

interface CellButtonProps extends Pick<DayCellProps, 'cell' | 'names' | 'opened'> {
  seconds: number;
}

/** What a duration begins with. */
const BEGINS_DURATION = /^[\p{Nd}½¼¾]$/u;

function CellButton({ cell, names, seconds, opened }: CellButtonProps) {
  const { locale } = useViewer();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = stepOfArrow(event.key);
    if (step === undefined && !BEGINS_DURATION.test(event.key)) return;
    event.preventDefault();
    if (step === undefined) opened.open(cell, event.key);
    else opened.go(cell, step);
  };
  return (
    <button
      type="button"
      className="cell-button"
      data-cell={idOf(cell)}
      aria-label={
        seconds === 0
          ? t('my-time.log-time-on', { workItem: names.workItem, day: names.day })
          : entryWords({ seconds }, names, locale)
      }
      onClick={() => opened.open(cell)}
      onKeyDown={onKeyDown}
    >
      {seconds === 0 ? <span className="cell-plus">+</span> : formatDuration(seconds, locale)}
    </button>
  );
}
