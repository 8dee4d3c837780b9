import { useState } from 'react';
import type { Day, WeekView } from '../../src/contract';
import { dayBeside, formatDays } from '../shared/dates';
import { MyDataLink } from '../shared/page-links';
import { StatusLine } from '../shared/status-line';
import type { RequestIds } from '../shared/time-form/use-log-time';
import type { Said } from '../shared/use-said';
import { useViewer } from '../shared/viewer';
import { rich, t } from '../shared/words/words';
import { WeekGrid } from './grid/week-grid';
import type { OpenCells } from './use-open-cells';
import type { OwnTime } from './use-week';
import { holdsToday, nameOf } from './week-days';
import { useForms } from './use-forms';
import { useNarrow } from './use-narrow';
import type { SeveralProps } from './several/several';
import type { Asked } from './several/times';
import type { WeekListProps } from './list/week-list';
import { useFocusReturn } from '../shared/use-focus-return';

interface WeekProps {
  week: WeekView;
  recent: readonly string[];
  said: Said;
  requestIds: RequestIds;
  own: OwnTime;
  openCells: OpenCells;
  /** Another week is on its way: no further cell opens in this one. */
  leaving: boolean;
  /** Asks for the week of a day, or for that of today. */
  onDay: (day: Day | undefined) => void;
}

/** A week of one's time: a table in which to log and correct, or a list where that has no room. */
export function Week({ week, recent, said, requestIds, own, openCells, leaving, onDay }: WeekProps) {
  const narrow = useNarrow();
  const [asked, setAsked] = useState<Asked>();
  const repeat = useFocusReturn(asked !== undefined);
  const { entries, days, erasing, restricted } = week;
  const several = { asked, week, requestIds, own, onClose: () => setAsked(undefined) };
  const canLog = erasing === undefined && !restricted;
  const show = (day: Day | undefined) => {
    setAsked(undefined);
    onDay(day);
  };
  return (
    <section className="stack-tight" aria-labelledby="week-title">
      <div className="row-apart">
        <WeekTitle week={week} />
        <WeekButtons week={week} onDay={show} />
      </div>
      <StatusLine said={said} />
      {canLog && (
        <button
          type="button"
          ref={repeat}
          className="plain-button repeat"
          aria-expanded={asked === 'repeat'}
          onClick={() => setAsked('repeat')}
        >
          {t('my-time.repeat-title')}
        </button>
      )}
      {asked && <SeveralOnceThere {...several} asked={asked} />}
      {narrow ? (
        <ListOnceThere week={week} own={own} />
      ) : entries.length === 0 && recent.length === 0 ? (
        <p className="quiet">{t('my-time.nothing-lately')}</p>
      ) : (
        // Another week is another table: nothing that was open in one is open in the next.
        <WeekGrid
          key={days[0]?.day}
          week={week}
          recent={recent}
          requestIds={requestIds}
          own={own}
          openCells={openCells}
          leaving={leaving}
          onPasted={setAsked}
        />
      )}
      {week.more && (
        <p className="quiet">
          {rich('my-time.newest-listed', {
            count: entries.length,
            link: (words) => <MyDataLink>{words}</MyDataLink>,
          })}
        </p>
      )}
    </section>
  );
}

function SeveralOnceThere(props: SeveralProps) {
  const forms = useForms();
  return typeof forms === 'object' ? <forms.Several {...props} /> : null;
}

function ListOnceThere(props: WeekListProps) {
  const forms = useForms();
  return typeof forms === 'object' ? <forms.WeekList {...props} /> : null;
}

function WeekTitle({ week }: { week: WeekView }) {
  const viewer = useViewer();
  const [first, last] = [week.days[0], week.days.at(-1)];
  const span = first && last ? formatDays(first.day, last.day, viewer) : '';
  return (
    <h2 className="title-small" id="week-title" tabIndex={-1}>
      {nameOf(week)} <span className="quiet small">{span}</span>
    </h2>
  );
}

function WeekButtons({ week, onDay }: Pick<WeekProps, 'week' | 'onDay'>) {
  const [first, last] = [week.days[0], week.days.at(-1)];
  if (!first || !last) return null;
  const isThis = holdsToday(week);
  return (
    <div className="row" role="group" aria-label={t('my-time.which-week')}>
      <button type="button" className="plain-button" onClick={() => onDay(dayBeside(first.day, -1))}>
        {t('my-time.previous-week')}
      </button>
      {/* Not `disabled`, which would take the focus from whoever pressed it. */}
      <WeekButton isOff={isThis} onClick={() => onDay(undefined)}>
        {t('common.this-week')}
      </WeekButton>
      <WeekButton isOff={isThis || last.day > week.today} onClick={() => onDay(dayBeside(last.day, 1))}>
        {t('my-time.next-week')}
      </WeekButton>
    </div>
  );
}

interface WeekButtonProps {
  isOff: boolean;
  onClick: () => void;
  children: string;
}

function WeekButton({ isOff, onClick, children }: WeekButtonProps) {
  return (
    <button
      type="button"
      className="plain-button"
      aria-disabled={isOff}
      onClick={() => {
        if (!isOff) onClick();
      }}
    >
      {children}
    </button>
  );
}
