import { useCallback, useState } from 'react';
import type { Day, ListedEntry, WeekView } from '../../src/contract';
import { call } from '../shared/call';
import { noChanges, withOwnChanges, withPut, withRemoved } from '../shared/entries/own-changes';
import { offerToDelete, offerUndo } from '../shared/entries/offer-undo';
import type { Failure } from '../shared/failure';
import { firstWeekday } from '../shared/first-weekday';
import { offsetOf } from '../shared/today';
import { useLoaded } from '../shared/use-loaded';
import { useSaid, type Said, type Say } from '../shared/use-said';
import { useViewer } from '../shared/viewer';
import { t } from '../shared/words/words';
import { useOpenCells, type OpenCells } from './use-open-cells';
import { useShownDay } from './use-shown-day';

/** What one does to one's time on this page. */
export interface OwnTime {
  /** An entry that was logged, or that stands otherwise now, in words; `undo` takes it back. */
  put: (entry: ListedEntry, said: string, undo?: string) => void;
  removed: (entry: ListedEntry, said: string, undo?: string) => void;
  /** Several that were logged at once, which can be taken back together. */
  logged: (entries: ListedEntry[], said: string) => void;
  /** Something may not have come to be: the week is read again. */
  unsure: (said: string) => void;
}

export interface ShownWeek {
  /** With what was changed on this page, and only what lies in the week. */
  week: WeekView | undefined;
  failure: Failure | undefined;
  busy: boolean;
  reload: () => void;
  /** Asks for the week of a day, or for that of today. */
  show: (day: Day | undefined) => void;
  /** What was done last. */
  said: Said;
  /** How often something was changed here. */
  changed: number;
  own: OwnTime;
  openCells: OpenCells;
  /** Another week is on its way: no further cell opens in this one. */
  leaving: boolean;
}

/** A week, and what was changed in it here: its sums are read again after each change, since the app reads them strictly. */
export function useWeek(): ShownWeek {
  const { locale, timeZone } = useViewer();
  const [said, say] = useSaid();
  const openCells = useOpenCells();
  const { day, leaving, show } = useShownDay(openCells, say);
  const [changes, setChanges] = useState(noChanges);
  const [changed, setChanged] = useState(0);
  const load = useCallback(() => {
    const timezoneOffset = offsetOf(timeZone, new Date());
    const which = day === undefined ? {} : { day };
    return call('getWeek', { ...which, startsOn: firstWeekday(locale), timezoneOffset });
  }, [day, locale, timeZone]);
  const { value, failure, busy, stale, reload } = useLoaded<WeekView>(load);

  const change = (after: (before: typeof changes) => typeof changes, ...words: Parameters<Say>) => {
    setChanges(after);
    setChanged((before) => before + 1);
    say(...words);
    reload();
  };
  const offer = (words: string, undo: string | undefined) => {
    if (undo === undefined) return;
    offerUndo(words, undo, (back) => change((before) => withPut(before, back), t('common.undone')));
  };
  return {
    week: value && { ...value, entries: entriesWithin(value, withOwnChanges(value.entries, changes)) },
    failure,
    busy: busy || leaving,
    reload,
    show,
    said,
    changed,
    openCells,
    leaving: leaving || stale,
    own: {
      put: (entry, words, undo) => {
        change((before) => withPut(before, [entry]), words, flagFor(undo));
        offer(words, undo);
      },
      logged: (entries, words) => {
        const ids = entries.map(({ id }) => id);
        const isOffered = ids.length > 0;
        change((before) => withPut(before, entries), words, isOffered ? 'in-flag-too' : undefined);
        if (isOffered)
          offerToDelete(words, ids, () => change((before) => withRemoved(before, ids), t('common.undone')));
      },
      unsure: (words) => {
        say(words);
        reload();
      },
      removed: (entry, words, undo) => {
        change((before) => withRemoved(before, [entry.id]), words, flagFor(undo));
        offer(words, undo);
      },
    },
  };
}

const flagFor = (undo: string | undefined) => (undo === undefined ? undefined : 'in-flag-too');

function entriesWithin({ days }: WeekView, entries: ListedEntry[]): ListedEntry[] {
  const shown = new Set(days.map(({ day }) => day));
  return entries.filter(({ startedOn }) => shown.has(startedOn));
}
