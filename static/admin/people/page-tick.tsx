import { useEffect, useRef } from 'react';
import type { PersonRow } from '../../../src/contract';
import type { ChosenPeople } from './use-chosen-people';

export interface PageTickProps {
  rows: readonly PersonRow[];
  chosen: ChosenPeople;
}

/** Chooses or clears everybody on the page; half ticked when only some are chosen. */
export function PageTick({ rows, chosen }: PageTickProps) {
  const box = useRef<HTMLInputElement>(null);
  const count = rows.filter((row) => chosen.people.has(row.accountId)).length;
  const all = rows.length > 0 && count === rows.length;
  useEffect(() => {
    if (box.current) box.current.indeterminate = count > 0 && !all;
  }, [count, all]);
  return (
    <input
      ref={box}
      type="checkbox"
      className="tick"
      aria-label="Select everybody on this page"
      checked={all}
      onChange={(event) => rows.forEach((row) => chosen.set(row, event.target.checked))}
    />
  );
}
