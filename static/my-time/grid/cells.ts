import type { Day, ListedEntry, LogTimeResult } from '../../../src/contract';
import { formatDuration } from '../../shared/duration';
import type { RequestIds } from '../../shared/time-form/use-log-time';
import { t } from '../../shared/words/words';
import type { OpenCells } from '../use-open-cells';
import type { OwnTime } from '../use-week';
import type { CellNames } from './cell-names';

/** Where in the grid. */
export interface Cell {
  issueId: string;
  day: Day;
}

/** How long, on which work item and day. */
export const entryWords = (
  { seconds }: Pick<ListedEntry, 'seconds'>,
  { workItem, day }: CellNames,
  locale: string,
): string => t('my-time.entry', { time: formatDuration(seconds, locale), workItem, day });

/** That time was logged, and how much its day has now. */
export const loggedWords = (
  { entry, daySeconds }: LogTimeResult,
  { workItem, day }: CellNames,
  locale: string,
): string =>
  t('my-time.logged', {
    time: formatDuration(entry.seconds, locale),
    workItem,
    day,
    total: formatDuration(daySeconds, locale),
  });

/** Where the keyboard goes; `next` and `previous` go on in the row beside, as Tab does. */
export type Step = 'left' | 'right' | 'up' | 'down' | 'next' | 'previous';

/** The ID of a cell in the grid. */
export const idOf = ({ issueId, day }: Cell): string => `${issueId}:${day}`;

/** Whether both are the same cell. */
export const isSame = (one: Cell | undefined, other: Cell): boolean =>
  one !== undefined && idOf(one) === idOf(other);

/** The cell beside another, if the grid has one there. */
export function cellBeside(
  { issueId, day }: Cell,
  step: Step,
  issueIds: readonly string[],
  days: readonly Day[],
): Cell | undefined {
  const [row, column] = [issueIds.indexOf(issueId), days.indexOf(day)];
  if (step === 'next' || step === 'previous') {
    const at = row * days.length + column + (step === 'next' ? 1 : -1);
    return cellAt(issueIds[Math.floor(at / days.length)], days[at % days.length]);
  }
  if (step === 'up' || step === 'down') return cellAt(issueIds[row + (step === 'down' ? 1 : -1)], day);
  return cellAt(issueId, days[column + (step === 'right' ? 1 : -1)]);
}

const cellAt = (issueId: string | undefined, day: Day | undefined): Cell | undefined =>
  issueId === undefined || day === undefined ? undefined : { issueId, day };

const ARROWS: Readonly<Record<string, Step>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** Where an arrow key goes. */
export const stepOfArrow = (key: string): Step | undefined => ARROWS[key];

/** The props of an open cell. */
export interface OpenCellProps {
  cell: Cell;
  /** For a screen reader. */
  names: CellNames;
  entries: ListedEntry[];
  /** What is in the field at first, in place of what was logged. */
  typed: string | undefined;
  /** The days on which time can be logged. */
  days: readonly Day[];
  requestIds: RequestIds;
  own: OwnTime;
  /** Says how what stands in it is kept. @returns what ends it */
  onOpen: OpenCells['add'];
  /** Closes it and gives the keyboard back to its cell. */
  onLeave: () => void;
  /** Leads the keyboard on while this stays open. */
  onGo: (step: Step) => void;
  /** Closes it where the keyboard is elsewhere by now. */
  onClose: () => void;
}
