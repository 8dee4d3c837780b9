import { useState } from 'react';
import type { ListedEntry } from '../../../src/contract';
import { FailureMessage } from '../failure-message';
import { Loading } from '../loading';
import { Message } from '../message';
import { PageButtons } from '../page-buttons';
import { t } from '../words/words';
import { DeleteEntriesDialog } from './delete-entries-dialog';
import './entries.css';
import { daysOf } from './entry-days';
import { EntryFilterBar } from './entry-filter-bar';
import type { EntrySource } from './entry-source';
import { EntryTable, LOCKED_NOTE } from './entry-table';
import { heldWords, lockedWords } from './kept-words';
import { OrderPicker } from './order-picker';
import { SelectionBar } from './selection-bar';
import { useEntryChanges, type EntryChanges } from './use-entry-changes';
import { pageSize, useEntryPages, type Asking, type EntryPages } from './use-entry-pages';
import { useSelection, type Selection } from './use-selection';

interface EntryBrowserProps {
  /** Keep it the same object between renders. */
  source: EntrySource;
  /** How many entries there are in all, when known; of somebody else's, each page says it. */
  total?: number | undefined;
  /** What to say where there is none at all. */
  empty: string;
  /** What somebody else is called whose entries they are. */
  of?: string;
  /** Where it is kept which entries are asked for; here, while the list is shown, where nothing is said. */
  asking?: Asking;
  /** They are the viewer's own, who can undo what was done. */
  own?: boolean;
  onChanged?: () => void;
  /** Deletes everything about the person, with a receipt: offered where all entries are to be deleted. */
  onErase?: () => void;
}

/** Up to so many deleted entries the app puts back. */
const MOST_UNDONE = 20;

/** Entries page by page: filter, select on one page or many, correct, delete. */
export function EntryBrowser(props: EntryBrowserProps) {
  const { source, asking, total: known, empty, of, own, onChanged, onErase } = props;
  const pages = useEntryPages(source, asking);
  const total = known ?? pages.value?.total;
  const selection = useSelection();
  const [deleting, setDeleting] = useState(false);
  const changes = useEntryChanges(pages, selection, onChanged);
  const { entries, said, saying } = changes;
  const goesOn = { before: pages.before > 0, after: pages.value?.next !== undefined };
  const isAllSelected = hasAll(selection, total);
  return (
    <div className="stack">
      <EntryFilterBar
        filter={pages.filter}
        onFilter={(filter) => {
          changes.forgetWords();
          pages.setFilter(filter);
        }}
      >
        <OrderPicker order={pages.order} onOrder={pages.setOrder} />
      </EntryFilterBar>
      {said !== '' && (
        // The focus comes here and has it read: a live region would say it twice.
        <div tabIndex={-1} ref={saying}>
          <Message tone="success">{said}</Message>
        </div>
      )}
      <PageState pages={pages} shown={entries.length} empty={empty} />
      {(entries.length > 0 || selection.entries.size > 0) && (
        <SelectionBar
          source={source}
          filter={pages.filter}
          page={entries}
          more={goesOn.before || goesOn.after}
          selection={selection}
          onDelete={() => setDeleting(true)}
        />
      )}
      {entries.length > 0 && (
        <Listed pages={pages} changes={changes} selection={selection} source={source} goesOn={goesOn} />
      )}
      <Pager pages={pages} shown={entries.length} total={total} />
      {deleting && (
        <DeleteEntriesDialog
          source={source}
          entries={[...selection.entries.values()]}
          of={of}
          undoable={own === true && selection.entries.size <= MOST_UNDONE}
          onEraseAll={isAllSelected ? onErase : undefined}
          onRemoved={changes.onRemoved}
          onClose={() => setDeleting(false)}
        />
      )}
    </div>
  );
}

interface ListedProps {
  pages: EntryPages;
  changes: EntryChanges;
  selection: Selection;
  source: EntrySource;
  /** Whether there are pages before and after this one. */
  goesOn: { before: boolean; after: boolean };
}

function Listed({ pages, changes, selection, source, goesOn }: ListedProps) {
  const { entries, onCorrected, onAsked } = changes;
  const isAll = !goesOn.before && !goesOn.after;
  return (
    <>
      <EntryNotes entries={entries} />
      <EntryTable
        caption={t('entries.caption')}
        days={daysOf(entries, goesOn)}
        shown={{ isAll, isFiltered: isFiltered(pages), seconds: pages.value?.seconds }}
        selection={selection}
        busy={pages.busy}
        source={source}
        onCorrected={onCorrected}
        onAsked={onAsked}
      />
    </>
  );
}

const hasAll = ({ entries }: Selection, total: number | undefined): boolean =>
  total !== undefined && entries.size >= total;

/** What holds for some rows and not for others. */
function EntryNotes({ entries }: { entries: readonly ListedEntry[] }) {
  return (
    <>
      {entries.some(({ locked }) => locked) && (
        <p className="quiet readable" id={LOCKED_NOTE}>
          {lockedWords()}
        </p>
      )}
      {entries.some(({ held }) => held) && <p className="quiet readable">{heldWords()}</p>}
    </>
  );
}

const isFiltered = ({ filter }: EntryPages): boolean => Object.keys(filter).length > 0;

interface PageStateProps {
  pages: EntryPages;
  shown: number;
  empty: string;
}

/** Loading, failure and nothing there are three different things to say. */
function PageState({ pages, shown, empty }: PageStateProps) {
  if (pages.failure) return <FailureMessage failure={pages.failure} onRetry={pages.reload} />;
  if (pages.busy) return pages.value ? null : <Loading words={t('entries.loading')} lines={8} />;
  return shown === 0 ? <NoEntries pages={pages} empty={empty} /> : null;
}

function NoEntries({ pages, empty }: { pages: EntryPages; empty: string }) {
  const filtered = isFiltered(pages);
  return (
    <div className="no-entries stack-tight">
      <p className="title-xsmall">{filtered ? t('entries.none-match') : empty}</p>
      {filtered && <p className="quiet">{t('entries.none-match-about')}</p>}
    </div>
  );
}

interface PagerProps {
  pages: EntryPages;
  shown: number;
  total: number | undefined;
}

function Pager({ pages, shown, total }: PagerProps) {
  if (pages.toNext === undefined && pages.toPrevious === undefined) return null;
  const first = pages.before * pageSize + 1;
  const range = { first, last: first + shown - 1 };
  const words =
    total === undefined || isFiltered(pages)
      ? t('entries.range', range)
      : t('entries.range-of', { ...range, total });
  return (
    <PageButtons
      label={t('entries.pages')}
      previous={t('common.previous')}
      next={t('common.next')}
      busy={pages.busy}
      onPrevious={pages.toPrevious}
      onNext={pages.toNext}
    >
      {pages.busy ? t('common.loading-more') : words}
    </PageButtons>
  );
}
