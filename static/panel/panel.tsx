import { useCallback, useState } from 'react';
import type { ListedEntry, PanelView } from '../../src/contract';
import { call } from '../shared/call';
import { FailureMessage } from '../shared/failure-message';
import { noChanges, withPut, withRemoved, type OwnChanges } from '../shared/entries/own-changes';
import { Loading } from '../shared/loading';
import { StandingMessage } from '../shared/standing-message';
import { offsetOf } from '../shared/today';
import { StatusLine } from '../shared/status-line';
import { useLoaded } from '../shared/use-loaded';
import { useSaid } from '../shared/use-said';
import { useViewer } from '../shared/viewer';
import { t, rich } from '../shared/words/words';
import { EntryList } from './entry-list';
import { LogTimeForm } from './log-time-form';
import { News } from './news';
import { NoticeLine, ShortNotice } from './short-notice';
import { useTimeToday } from './use-time-today';
import { formatDuration } from '../shared/duration';
import { MyTimeLink } from '../shared/page-links';

/** What the app shows on an issue: a form to log time, and one's own entries. */
export function Panel() {
  const { timeZone } = useViewer();
  const load = useCallback(
    () => call('getPanel', { timezoneOffset: offsetOf(timeZone, new Date()) }),
    [timeZone],
  );
  const { value, failure, reload } = useLoaded(load);
  return (
    <main className="panel">
      {failure && <FailureMessage failure={failure} onRetry={reload} />}
      {!value && !failure && <Loading words={t('panel.loading')} />}
      {value && <PanelBody panel={value} />}
    </main>
  );
}

/** What changed here is shown from what the app answered: the panel is read once, when it opens. */
function PanelBody({ panel }: { panel: PanelView }) {
  const { restricted, erasing, now } = panel;
  const [said, say] = useSaid();
  const [changes, setChanges] = useState<OwnChanges>(noChanges);
  const blocked = erasing !== undefined || restricted;
  const today = useTimeToday(panel);
  const put = (entries: ListedEntry[], before: ListedEntry[] = []) => {
    setChanges((changed) => withPut(changed, entries));
    today.shift(before, entries);
  };
  const removed = (entry: ListedEntry) => {
    setChanges((changed) => withRemoved(changed, [entry.id]));
    today.shift([entry], []);
  };
  return (
    <>
      <NoticeLine notice={panel.notice} />
      <StandingMessage erasing={erasing} restricted={restricted} />
      {!blocked && <LogTimeForm now={now} onLogged={(entry) => put([entry])} say={say} />}
      <StatusLine said={said} />
      <News panel={panel} />
      <TimeToday seconds={today.seconds} />
      <EntryList panel={panel} changes={changes} onPut={put} onRemoved={removed} say={say} />
      <TimeWithoutNames seconds={panel.secondsWithoutNames} />
      <ShortNotice notice={panel.notice} />
    </>
  );
}

/** What one has logged today, on any work item, and the way to the week. */
function TimeToday({ seconds }: { seconds: number }) {
  const { locale } = useViewer();
  return (
    <div className="row-apart">
      <p>
        {seconds === 0
          ? t('panel.nothing-today')
          : rich('panel.today', {
              time: formatDuration(seconds, locale),
              strong: (time) => <strong className="number">{time}</strong>,
            })}
      </p>
      <MyTimeLink>{t('manifest.my-time')}</MyTimeLink>
    </div>
  );
}

/** What is known of the issue beyond entries: only a part of the time, and nobody’s in particular. */
function TimeWithoutNames({ seconds }: { seconds: PanelView['secondsWithoutNames'] }) {
  const { locale } = useViewer();
  if (seconds === undefined) return null;
  if (seconds === 'no-answer') return <p className="quiet small">{t('panel.without-names-unknown')}</p>;
  return (
    <section className="stack-tight" aria-labelledby="without-names-title">
      <div className="row-apart">
        <h2 className="title-xsmall" id="without-names-title">
          {t('panel.without-names')}
        </h2>
        <p>{formatDuration(seconds, locale)}</p>
      </div>
      <p className="quiet small">{t('panel.without-names-what')}</p>
    </section>
  );
}
