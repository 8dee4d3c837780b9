import { lazy, Suspense } from 'react';
import type { Day } from '../../../src/contract';
import { presetsOf } from '../../shared/entries/day-presets';
import { firstWeekday } from '../../shared/first-weekday';
import { placeAt, usePlace } from '../../shared/use-place';
import { useViewer } from '../../shared/viewer';

const YearPicture = lazy(async () => ({
  default: (await import('../../shared/year/year-picture')).YearPicture,
}));

/** What the app knows of one's time, as a picture of a year; a day leads to the entries of its week. */
export function YearSection({ entries }: { entries: number }) {
  const { locale } = useViewer();
  const { go } = usePlace();
  const show = (day: Day) => {
    const week = presetsOf(day, firstWeekday(locale)).find(({ name }) => name === 'This week');
    go(placeAt(['entries'], { from: week?.from, to: week?.to }));
  };
  return (
    <Suspense fallback={<p className="quiet">Loading the year…</p>}>
      <YearPicture title="Your time in" changed={String(entries)} onDay={show} />
    </Suspense>
  );
}
