import { useState } from 'react';
import type { ListedEntry, LogTimeResult, PanelView } from '../../src/contract';
import { useToday } from '../shared/today';
import { useViewer } from '../shared/viewer';

/** What one has logged today, with what was logged and deleted here; at midnight another day begins. */
export function useTimeToday(panel: PanelView) {
  const { timeZone } = useViewer();
  const today = useToday(panel.now, timeZone);
  const [known, setKnown] = useState({ day: panel.today, seconds: panel.todaySeconds });
  return {
    seconds: known.day === today ? known.seconds : 0,
    logged: ({ entry, daySeconds }: LogTimeResult) => {
      if (entry.startedOn === today) setKnown({ day: today, seconds: daySeconds });
    },
    removed: ({ startedOn, seconds }: ListedEntry) =>
      setKnown((before) =>
        startedOn === before.day ? { ...before, seconds: before.seconds - seconds } : before,
      ),
  };
}
