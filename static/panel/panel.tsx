import { useCallback, useState } from 'react';
import type { ListedEntry, PanelView } from '../../src/contract';
import { call } from '../shared/call';
import { FailureMessage } from '../shared/failure-message';
import { noChanges, withPut, withRemoved, type OwnChanges } from '../shared/entries/own-changes';
import { Loading } from '../shared/loading';
import { StandingMessage } from '../shared/standing-message';
import { offsetOf } from '../shared/today';
import { useLoaded } from '../shared/use-loaded';
import { useViewer } from '../shared/viewer';
import { EntryList } from './entry-list';
import { LogTimeForm } from './log-time-form';
import { News } from './news';
import { NoticeLine, ShortNotice } from './short-notice';
import { StatusLine } from './status-line';
import { TimeToday } from './time-today';
import { TimeWithoutNames } from './time-without-names';
import { useTimeToday } from './use-time-today';

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
      {!value && !failure && <Loading what="your time on this work item" />}
      {value && <PanelBody panel={value} />}
    </main>
  );
}

/** What changed here is shown from what the app answered: the panel is read once, when it opens. */
function PanelBody({ panel }: { panel: PanelView }) {
  const { restricted, erasing, now } = panel;
  const [said, setSaid] = useState('');
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
      {!blocked && <LogTimeForm now={now} onLogged={(entry) => put([entry])} say={setSaid} />}
      <StatusLine text={said} />
      <News panel={panel} />
      <TimeToday seconds={today.seconds} />
      <EntryList panel={panel} changes={changes} onPut={put} onRemoved={removed} say={setSaid} />
      <TimeWithoutNames seconds={panel.secondsWithoutNames} />
      <ShortNotice notice={panel.notice} />
    </>
  );
}
