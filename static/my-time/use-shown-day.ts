import { useEffect, useState } from 'react';
import type { Day } from '../../src/contract';
import { isDay } from '../shared/dates';
import { placeAt, usePlace } from '../shared/use-place';
import type { Say } from '../shared/use-said';
import { t } from '../shared/words/words';
import type { OpenCells } from './use-open-cells';

interface ShownDay {
  /** Its week is shown; undefined for that of today. */
  day: Day | undefined;
  /** Another week is asked for, and what stands in this one is being kept. */
  leaving: boolean;
  show: (day: Day | undefined) => void;
}

/**
 * The day of the address whose week is shown. What stands in open cells is kept before another week comes, also on the
 * browser's way back; where that fails, the week stays and the page says so.
 */
export function useShownDay({ keepAll }: OpenCells, say: Say): ShownDay {
  const { query, go } = usePlace();
  const asked = readDay(query.get('week'));
  const [day, setDay] = useState(asked);
  useEffect(() => {
    if (asked === day) return undefined;
    let current = true;
    void keepAll().then(([open]) => {
      if (!current) return;
      if (!open) return setDay(asked);
      say(t('my-time.week-stays', { workItem: open.names.workItem, day: open.names.day }));
      go(placeAt([], { week: day }));
    });
    return () => {
      current = false;
    };
  }, [asked, day, go, keepAll, say]);
  const show = (wanted: Day | undefined) => {
    say('');
    go(placeAt([], { week: wanted }));
  };
  return { day, leaving: asked !== day, show };
}

/** A day of the week that an address asks for; what is none asks for the week of today. */
const readDay = (given: string | null): Day | undefined =>
  given !== null && isDay(given) ? given : undefined;
