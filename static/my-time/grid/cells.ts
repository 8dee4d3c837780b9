import type { Day } from '../../../src/contract';

/** Where in the grid. */
export interface Cell {
  issueId: string;
  day: Day;
}

/** Where the keyboard goes; `next` and `previous` go on in the row beside, as Tab does. */
export type Step = 'left' | 'right' | 'up' | 'down' | 'next' | 'previous';

export const idOf = ({ issueId, day }: Cell): string => `${issueId}:${day}`;

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
