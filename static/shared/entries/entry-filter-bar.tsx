import Button from '@atlaskit/button/new';
import { useRef, useState, type ReactNode } from 'react';
import { readIssueKey } from '../issues';
import { t } from '../words/words';
import { FilterField } from './filter-field';
import { PresetButtons } from './preset-buttons';
import type { Filter } from './use-entry-pages';

interface EntryFilterBarProps {
  filter: Filter;
  onFilter: (filter: Filter) => void;
  /** What stands beside the ranges of days. */
  children: ReactNode;
}

/** Narrows entries down to a range of days and to one issue, given by its key or its ID. */
export function EntryFilterBar({ filter, onFilter, children }: EntryFilterBarProps) {
  const { from, setFrom, to, setTo, issue, typeIssue, problem, filled, filterBy, apply, clear } = useFields(
    filter,
    onFilter,
  );
  return (
    <form
      className="filter-bar"
      role="search"
      aria-label={t('entries.filter-entries')}
      onSubmit={(event) => {
        event.preventDefault();
        void apply();
      }}
    >
      <div className="row-apart presets">
        <PresetButtons
          filter={filter}
          onChosen={(preset) => {
            setFrom(preset.from);
            setTo(preset.to);
            filterBy({ ...filter, from: preset.from, to: preset.to });
          }}
        />
        {children}
      </div>
      {/* Filled anew they are new fields: half a date would stay in the old one. */}
      <FilterField
        key={`from ${filled}`}
        label={t('entries.from')}
        type="date"
        value={from}
        onChange={setFrom}
      />
      <FilterField key={`to ${filled}`} label={t('entries.to')} type="date" value={to} onChange={setTo} />
      <FilterField
        label={t('entries.work-item-key')}
        type="text"
        value={issue}
        onChange={typeIssue}
        problem={problem}
      />
      <FilterButtons isFiltered={Object.keys(filter).length > 0} onClear={clear} />
    </form>
  );
}

/** What is typed, until it is applied; another filter that comes from elsewhere takes its place. */
function useFields(filter: Filter, onFilter: (filter: Filter) => void) {
  const [applied, setApplied] = useState(filter);
  const [from, setFrom] = useState(filter.from ?? '');
  const [to, setTo] = useState(filter.to ?? '');
  const [issue, setIssue] = useState(filter.issueId ?? '');
  const [problem, setProblem] = useState<string>();
  const [filled, setFilled] = useState(0);
  const fill = (given: Filter) => {
    setApplied(given);
    setFrom(given.from ?? '');
    setTo(given.to ?? '');
    setIssue(given.issueId ?? '');
    setProblem(undefined);
    setFilled((before) => before + 1);
  };
  // The browser's back button.
  if (!isSameFilter(applied, filter)) fill(filter);
  const typeIssue = (text: string) => {
    setIssue(text);
    setProblem(undefined);
  };
  const filterBy = (chosen: Filter) => {
    setApplied(chosen);
    onFilter(chosen);
  };
  const apply = async () => {
    const found = await readIssue(issue);
    setProblem(found.problem);
    if (found.problem !== undefined) return;
    filterBy({
      ...(from === '' ? {} : { from }),
      ...(to === '' ? {} : { to }),
      ...(found.issueId === undefined ? {} : { issueId: found.issueId }),
    });
  };
  const clear = () => {
    fill({});
    onFilter({});
  };
  return { from, setFrom, to, setTo, issue, typeIssue, problem, filled, filterBy, apply, clear };
}

const isSameFilter = (one: Filter, other: Filter): boolean =>
  one.from === other.from && one.to === other.to && one.issueId === other.issueId;

interface FilterButtonsProps {
  isFiltered: boolean;
  onClear: () => void;
}

function FilterButtons({ isFiltered, onClear }: FilterButtonsProps) {
  const submit = useRef<HTMLButtonElement>(null);
  const showAll = () => {
    onClear();
    // The button that was pressed goes.
    submit.current?.focus();
  };
  return (
    <div className="row">
      <Button ref={submit} type="submit">
        {t('entries.filter')}
      </Button>
      {isFiltered && (
        <Button appearance="subtle" onClick={showAll}>
          {t('entries.show-all')}
        </Button>
      )}
    </div>
  );
}

interface ReadIssue {
  issueId?: string;
  problem?: string;
}

async function readIssue(text: string): Promise<ReadIssue> {
  const given = text.trim();
  if (given === '') return {};
  // An issue the viewer may not see is listed by its ID; it can be filtered by it too.
  if (/^\d{1,18}$/.test(given)) return { issueId: given };
  const found = await readIssueKey(given);
  return 'issue' in found ? { issueId: found.issue.id } : found;
}
