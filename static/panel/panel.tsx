import { useCallback, useState } from 'react';
import type { ListedEntry, PanelView } from '../../src/contract';
import { call } from '../shared/call';
import { FailureMessage } from '../shared/failure-message';
import { noChanges, type OwnChanges } from '../shared/entries/own-changes';
import { Message } from '../shared/message';
import { MyDataLink } from '../../static/shared/my-data-link';
import { useLoaded } from '../shared/use-loaded';
import { EntryList } from './entry-list';
import { LogTimeForm } from './log-time-form';
import { ShortNotice } from './short-notice';
import { StatusLine } from './status-line';
import { TimeWithoutNames } from './time-without-names';

/** What the app shows on an issue: the short notice, a form to log time, and one's own entries. */
export function Panel() {
  const load = useCallback(() => call('getPanel', {}), []);
  const { value, failure, reload } = useLoaded(load);
  return (
    <main className="panel">
      {failure && <FailureMessage failure={failure} onRetry={reload} />}
      {!value && !failure && <p className="quiet">Loading your time on this issue…</p>}
      {value && <PanelBody panel={value} />}
    </main>
  );
}

/** What changed here is shown from what the app answered: the panel is read once, when it opens. */
function PanelBody({ panel }: { panel: PanelView }) {
  const { restricted, erasing, now } = panel;
  const [acknowledged, setAcknowledged] = useState(panel.notice.acknowledged);
  const [said, setSaid] = useState('');
  const [changes, setChanges] = useState<OwnChanges>(noChanges);
  const blocked = erasing !== undefined || restricted;
  const added = (entry: ListedEntry) =>
    setChanges((before) => ({ ...before, added: [entry, ...before.added] }));
  const removed = (id: string) =>
    setChanges((before) => ({ ...before, removed: new Set([...before.removed, id]) }));
  return (
    <>
      {!acknowledged && (
        <ShortNotice notice={panel.notice} onAcknowledged={() => setAcknowledged(true)} say={setSaid} />
      )}
      {erasing !== undefined && <ErasingMessage />}
      {erasing === undefined && restricted && <RestrictedMessage />}
      {!blocked && <LogTimeForm now={now} onLogged={added} say={setSaid} />}
      <StatusLine text={said} />
      <EntryList panel={panel} changes={changes} onRemoved={removed} say={setSaid} />
      <TimeWithoutNames seconds={panel.secondsWithoutNames} />
      <footer className="row-apart">
        {acknowledged ? <ShortNotice notice={panel.notice} /> : <span />}
        <MyDataLink>Your data in this app</MyDataLink>
      </footer>
    </>
  );
}

function ErasingMessage() {
  return (
    <Message
      tone="info"
      title="Your data is being deleted"
      actions={<MyDataLink>See how far it is</MyDataLink>}
    >
      You can log time again when the deletion has ended.
    </Message>
  );
}

function RestrictedMessage() {
  return (
    <Message
      tone="warning"
      title="You cannot log time here now"
      actions={<MyDataLink>See your data and the restriction</MyDataLink>}
    >
      The use of your data is restricted. What is kept about you stays as it is. My data says who restricted
      it and how that ends.
    </Message>
  );
}
