import { useState } from 'react';
import type { ListedEntry, PanelView } from '../../src/contract';
import { useToday } from '../shared/today';
import { useViewer } from '../shared/viewer';

/** What one has logged today, with what was logged, corrected and deleted here; at midnight another day begins. */
export function useTimeToday(panel: PanelView) {
  const { timeZone } = useViewer();
  const today = useToday(panel.now, timeZone);
  const [shifts, setShifts] = useState<{ day: string; seconds: number }[]>([]);
  const known = panel.today === today ? panel.todaySeconds : 0;
  return {
    seconds: shifts.reduce((sum, { day, seconds }) => (day === today ? sum + seconds : sum), known),
    /** Entries that stand in the place of others. */
    shift: (before: readonly ListedEntry[], after: readonly ListedEntry[]) =>
      setShifts((earlier) => [
        ...earlier,
        ...before.map(({ startedOn, seconds }) => ({ day: startedOn, seconds: -seconds })),
        ...after.map(({ startedOn, seconds }) => ({ day: startedOn, seconds })),
      ]),
  };
}
