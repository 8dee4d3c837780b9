import { useRef, useState } from 'react';
import type { ListedEntry, PanelView } from '../../src/contract';
import { call, isFailure, type Failure } from '../shared/call';
import { countOf } from '../shared/count-words';
import { formatDuration } from '../shared/duration';
import { FailureMessage } from '../shared/failure-message';
import { useViewer } from '../shared/viewer';
import { EntryRow } from './entry-row';

interface EntryListProps {
  panel: PanelView;
  onDeleted: () => void;
  say: (text: string) => void;
}

/** The asking person's own entries on this issue, newest day first. */
export function EntryList({ panel, onDeleted, say }: EntryListProps) {
  const title = useRef<HTMLHeadingElement>(null);
  const { older, failure, busy, next, showOlder } = useOlderEntries(panel);
  const entries = [...panel.entries, ...older];
  const deleted = () => {
    // The button that had the focus is gone with its row.
    title.current?.focus();
    onDeleted();
  };
  return (
    <section className="stack-tight" aria-labelledby="entries-title">
      <div className="row-apart">
        <h2 className="title-xsmall" id="entries-title" ref={title} tabIndex={-1}>
          Your time on this issue
        </h2>
        {entries.length > 0 && <EntrySum entries={entries} more={next !== undefined} />}
      </div>
      {entries.length === 0 && <p className="quiet">You have not logged time on this issue yet.</p>}
      <ul className="entries">
        {entries.map((entry) => (
          <EntryRow key={entry.id} entry={entry} onDeleted={deleted} say={say} />
        ))}
      </ul>
      {failure && <FailureMessage failure={failure} onRetry={() => void showOlder()} />}
      {next !== undefined && !failure && (
        <button type="button" className="plain-button" disabled={busy} onClick={() => void showOlder()}>
          {busy ? 'Loading…' : 'Show older entries'}
        </button>
      )}
    </section>
  );
}

function EntrySum({ entries, more }: { entries: ListedEntry[]; more: boolean }) {
  const { locale } = useViewer();
  const seconds = entries.reduce((sum, entry) => sum + entry.seconds, 0);
  const count = countOf(entries.length, 'entry', 'entries', locale);
  return (
    <p className="quiet small">
      {formatDuration(seconds, locale)} in {more ? `the newest ${count}` : count}
    </p>
  );
}

interface Older {
  panel: PanelView;
  entries: ListedEntry[];
  next: string | undefined;
}

/** Entries beyond the first page; they are dropped when the first page is read anew. */
function useOlderEntries(panel: PanelView) {
  const [state, setState] = useState<Older>({ panel, entries: [], next: panel.next });
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const current = state.panel === panel ? state : { panel, entries: [], next: panel.next };

  const showOlder = async () => {
    if (current.next === undefined) return;
    setBusy(true);
    const answer = await call('getPanel', {
      timezoneOffset: new Date().getTimezoneOffset(),
      after: current.next,
    });
    setBusy(false);
    setFailure(isFailure(answer) ? answer : undefined);
    if (isFailure(answer)) return;
    setState({ panel, entries: [...current.entries, ...answer.entries], next: answer.next });
  };
  return { older: current.entries, next: current.next, failure, busy, showOlder };
}
