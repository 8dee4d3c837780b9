import { useCallback, useState } from 'react';
import type { PanelView } from '../../src/contract';
import { call } from '../shared/call';
import { FailureMessage } from '../shared/failure-message';
import { LiveText } from '../shared/live-text';
import { Message } from '../shared/message';
import { useLoaded } from '../shared/use-loaded';
import { EntryList } from './entry-list';
import { LogTimeForm } from './log-time-form';
import { MyDataLink } from './my-data-link';
import { ShortNotice } from './short-notice';

/** What the app shows on an issue: the short notice, a form to log time, and one's own entries. */
export function Panel() {
  const load = useCallback(() => call('getPanel', { timezoneOffset: new Date().getTimezoneOffset() }), []);
  const { value, failure, reload } = useLoaded(load);
  const [said, setSaid] = useState('');
  return (
    <main className="panel">
      <LiveText text={said} />
      {failure && <FailureMessage failure={failure} onRetry={reload} />}
      {!value && !failure && <p className="quiet">Loading your time on this issue…</p>}
      {value && <PanelBody panel={value} reload={reload} say={setSaid} />}
    </main>
  );
}

interface PanelBodyProps {
  panel: PanelView;
  reload: () => void;
  say: (text: string) => void;
}

function PanelBody({ panel, reload, say }: PanelBodyProps) {
  const { notice, restricted, erasing, today } = panel;
  return (
    <>
      {!notice.acknowledged && <ShortNotice notice={notice} onAcknowledged={reload} say={say} />}
      {erasing !== undefined && <ErasingMessage />}
      {erasing === undefined && restricted && <RestrictedMessage />}
      {erasing === undefined && !restricted && <LogTimeForm today={today} onLogged={reload} say={say} />}
      <EntryList panel={panel} onDeleted={reload} say={say} />
      <footer className="row-apart">
        {notice.acknowledged ? <ShortNotice notice={notice} /> : <span />}
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
      actions={<MyDataLink>Lift the restriction</MyDataLink>}
    >
      The use of your data is restricted. What is kept about you stays as it is, and you can still see, export
      and delete it.
    </Message>
  );
}
