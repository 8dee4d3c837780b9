import { lazy, Suspense } from 'react';
import type { Day } from '../../../src/contract';
import { dayBeside } from '../../shared/dates';
import { firstOfWeek } from '../../shared/entries/day-presets';
import { firstWeekday } from '../../shared/first-weekday';
import { Loading } from '../../shared/loading';
import { placeAt, usePlace } from '../../shared/use-place';
import { useViewer } from '../../shared/viewer';
import { t } from '../../shared/words/words';

const YearPicture = lazy(async () => ({
  default: (await import('../../shared/year/year-picture')).YearPicture,
}));

/** What the app knows of one's time, as a picture of a year; a day leads to the entries of its week. */
export function YearSection({ entries }: { entries: number }) {
  const { locale } = useViewer();
  const { go } = usePlace();
  const show = (day: Day) => {
    const from = firstOfWeek(day, firstWeekday(locale));
    go(placeAt(['entries'], { from, to: dayBeside(from, 6) }));
  };
  return (
    <Suspense fallback={<Loading words={t('year.loading')} lines={8} />}>
      <YearPicture changed={entries} onDay={show} />
    </Suspense>
  );
}
