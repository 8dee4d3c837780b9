import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { ListedEntry } from '../../../src/contract';
import { isFailure, type Failure } from '../call';
import { formatDuration } from '../duration';
import { FailureMessage } from '../failure-message';
import { useViewer } from '../viewer';
import { t } from '../words/words';
import { listAll, type EntrySource } from './entry-source';
import { PageCheckbox } from './entry-table';
import { isShown, type Filter } from './use-entry-pages';
import type { Selection } from './use-selection';

interface SelectionBarProps {
  source: EntrySource;
  filter: Filter;
  page: ListedEntry[];
  /** There are more pages than this one. */
  more: boolean;
  selection: Selection;
  onDelete: () => void;
}

/** What is selected, across pages, and what can be done with it. */
export function SelectionBar({ source, filter, page, more, selection, onDelete }: SelectionBarProps) {
  const count = selection.entries.size;
  return (
    <div className="selection-bar row-apart">
      <div className="row">
        <span className="page-tick">
          <PageCheckbox entries={page} selection={selection} />
        </span>
        <SelectedWords selection={selection} />
        <HiddenOnes filter={filter} selection={selection} />
        {more && (
          <SelectAll key={JSON.stringify(filter)} source={source} filter={filter} selection={selection} />
        )}
        {count > 0 && (
          <Button appearance="subtle" spacing="compact" onClick={selection.clear}>
            {t('entries.clear')}
          </Button>
        )}
      </div>
      <Button isDisabled={count === 0} onClick={onDelete}>
        {t('entries.delete-selected')}
      </Button>
    </div>
  );
}

function SelectedWords({ selection }: { selection: Selection }) {
  const { locale } = useViewer();
  const entries = [...selection.entries.values()];
  const seconds = entries.reduce((sum, entry) => sum + entry.seconds, 0);
  const words =
    entries.length === 0
      ? t('entries.nothing-selected')
      : t('entries.selected', { count: entries.length, time: formatDuration(seconds, locale) });
  return (
    <span role="status" className={entries.length === 0 ? 'quiet' : 'number'}>
      {words}
    </span>
  );
}

/** What was selected before the filter took it out of sight would be deleted all the same. */
function HiddenOnes({ filter, selection }: Pick<SelectionBarProps, 'filter' | 'selection'>) {
  const hidden = [...selection.entries.values()].filter((entry) => !isShown(filter, entry));
  if (hidden.length === 0) return null;
  return (
    <>
      <span className="number">{t('entries.hidden', { count: hidden.length })}</span>
      <Button appearance="subtle" spacing="compact" onClick={() => selection.set(hidden, false)}>
        {t('entries.unselect-hidden')}
      </Button>
    </>
  );
}

/** Goes through all pages and selects every entry that matches. */
function SelectAll({
  source,
  filter,
  selection,
}: Pick<SelectionBarProps, 'source' | 'filter' | 'selection'>) {
  const [found, setFound] = useState<number>();
  const [failure, setFailure] = useState<Failure>();
  const selectAll = async () => {
    setFailure(undefined);
    setFound(0);
    const all = await listAll(source, filter, setFound);
    setFound(undefined);
    if (isFailure(all)) setFailure(all);
    else selection.set(all, true);
  };
  const words = t(
    Object.keys(filter).length > 0 ? 'entries.select-all-matching' : 'entries.select-all-pages',
  );
  return (
    <>
      <Button
        appearance="subtle"
        spacing="compact"
        isDisabled={found !== undefined}
        onClick={() => void selectAll()}
      >
        {found === undefined ? words : t('entries.selecting', { found })}
      </Button>
      {failure && <FailureMessage failure={failure} onRetry={() => void selectAll()} />}
    </>
  );
}
