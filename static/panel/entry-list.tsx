import { useRef, useState } from 'react';
import type { ListedEntry, PanelView } from '../../src/contract';
import { call } from '../shared/call';
import { lockedWords } from '../shared/entries/kept-words';
import { withOwnChanges, type OwnChanges } from '../shared/entries/own-changes';
import { formatDuration } from '../shared/duration';
import { FailureMessage } from '../shared/failure-message';
import { useAction } from '../shared/use-action';
import { useViewer } from '../shared/viewer';
import type { Say } from '../shared/use-said';
import { t } from '../shared/words/words';
import { EntryRow } from './entry-row';

interface EntryListProps {
  panel: PanelView;
  changes: OwnChanges;
  /** Entries that stand otherwise now, or again, in the place of others. */
  onPut: (entries: ListedEntry[], before: ListedEntry[]) => void;
  onRemoved: (entry: ListedEntry) => void;
  say: Say;
}

/** The asking person's own entries on this issue, newest day first. */
export function EntryList({ panel, changes, onPut, onRemoved, say }: EntryListProps) {
  const title = useRef<HTMLHeadingElement>(null);
  const { older, failure, busy, next, showOlder } = useOlderEntries(panel);
  const entries = withOwnChanges([...panel.entries, ...older], changes);
  const removed = (entry: ListedEntry) => {
    // The button that had the focus goes with its row.
    title.current?.focus();
    onRemoved(entry);
  };
  return (
    <section className="stack-tight" aria-labelledby="entries-title">
      <div className="row-apart">
        <h2 className="title-xsmall" id="entries-title" ref={title} tabIndex={-1}>
          {t('panel.entries-title')}
        </h2>
        {entries.length > 0 && <EntrySum entries={entries} more={next !== undefined} />}
      </div>
      {entries.length === 0 && <p className="quiet">{t('panel.no-entries')}</p>}
      {entries.some(({ locked }) => locked) && <p className="quiet small">{lockedWords()}</p>}
      <ul className="entries">
        {entries.map((entry) => (
          <EntryRow
            key={entry.id}
            entry={entry}
            restricted={panel.restricted}
            onPut={onPut}
            onDeleted={() => removed(entry)}
            say={say}
          />
        ))}
      </ul>
      {failure && <FailureMessage failure={failure} onRetry={() => void showOlder()} />}
      {next !== undefined && !failure && (
        <button type="button" className="plain-button older" disabled={busy} onClick={() => void showOlder()}>
          {busy ? t('common.loading-more') : t('panel.older')}
        </button>
      )}
    </section>
  );
}

function EntrySum({ entries, more }: { entries: ListedEntry[]; more: boolean }) {
  const { locale } = useViewer();
  const seconds = entries.reduce((sum, entry) => sum + entry.seconds, 0);
  const values = { time: formatDuration(seconds, locale), count: entries.length };
  return <p className="quiet small">{t(more ? 'panel.sum-of-newest' : 'panel.sum', values)}</p>;
}

interface Older {
  entries: ListedEntry[];
  next: string | undefined;
}

/** Entries beyond the first page. */
function useOlderEntries(panel: PanelView) {
  const [state, setState] = useState<Older>({ entries: [], next: panel.next });
  const { busy, failure, run } = useAction();

  const showOlder = async () => {
    const { next: after } = state;
    if (after === undefined) return;
    const page = await run(() => call('getPanel', { after }));
    if (page) setState({ entries: [...state.entries, ...page.entries], next: page.next });
  };
  return { older: state.entries, next: state.next, failure, busy, showOlder };
}
