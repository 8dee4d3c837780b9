import type { PersonRow } from '../../../src/contract';
import { TickAll } from '../../shared/tick-all';
import type { ChosenPeople } from './use-chosen-people';

export interface PageTickProps {
  rows: readonly PersonRow[];
  chosen: ChosenPeople;
}

/** Chooses or clears everybody on the page. */
export function PageTick({ rows, chosen }: PageTickProps) {
  return (
    <TickAll
      label="Select everybody on this page"
      of={rows.length}
      chosen={rows.filter((row) => chosen.people.has(row.accountId)).length}
      onTick={(ticked) => rows.forEach((row) => chosen.set(row, ticked))}
    />
  );
}
