import type { ReportingCycle } from '../../../src/contract';

/** Cycles in which Atlassian was called, oldest first; those before anyone was held say nothing. */
export const calledIn = (cycles: readonly ReportingCycle[]): ReportingCycle[] =>
  cycles.filter(({ calls, failures }) => calls + failures > 0);

/** Height of the drawing of the bars, and the width of one with the gap beside it, in units of the drawing. */
export const HEIGHT = 100;
export const STEP = 10;
/** With fewer cycles than these, bars do not get broader. */
const LEAST_COLUMNS = 13;

export interface Column {
  cycle: ReportingCycle;
  x: number;
  /** Of the bar of accounts; at least visible where there are any. */
  height: number;
  /** The cycle that is not over yet. */
  present: boolean;
}

/** A column for each cycle, as high as its accounts are many beside the most of any cycle. */
export function columnsOf(cycles: readonly ReportingCycle[], presentFrom: string | undefined): Column[] {
  const most = mostAccounts(cycles);
  return cycles.map((cycle, at) => ({
    cycle,
    x: at * STEP,
    height: cycle.accounts === 0 ? 0 : Math.max(1, (cycle.accounts / most) * HEIGHT),
    present: cycle.from === presentFrom,
  }));
}

export const mostAccounts = (cycles: readonly ReportingCycle[]): number =>
  Math.max(1, ...cycles.map(({ accounts }) => accounts));

export const widthOf = (columns: readonly Column[]): number => Math.max(columns.length, LEAST_COLUMNS) * STEP;
