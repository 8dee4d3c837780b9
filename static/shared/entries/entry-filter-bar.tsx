import { useState, type ReactNode } from 'react';
import { readIssueKey } from '../issues';
import { t } from '../words/words';
import { FilterField } from './filter-field';
import { FilterButtons, useFilterFields } from './filter-form';
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
  const { typed, type, fieldOf, filled, apply, clear } = useFilterFields(filter, onFilter);
  /** What is wrong with a work item, as it was typed. */
  const [wrong, setWrong] = useState<{ typed: string; problem: string }>();
  const { from = '', to = '', issueId: issue = '' } = typed;
  const applyTyped = async () => {
    const { issueId, problem } = await readIssue(issue);
    setWrong(problem === undefined ? undefined : { typed: issue, problem });
    if (problem !== undefined) return;
    apply({
      ...(from === '' ? {} : { from }),
      ...(to === '' ? {} : { to }),
      ...(issueId === undefined ? {} : { issueId }),
    });
  };
  return (
    <form
      className="filter-bar"
      role="search"
      aria-label={t('entries.filter-entries')}
      onSubmit={(event) => {
        event.preventDefault();
        void applyTyped();
      }}
    >
      <div className="row-apart presets">
        <PresetButtons
          filter={filter}
          onChosen={(days) => {
            type(days);
            apply({ ...filter, ...days });
          }}
        />
        {children}
      </div>
      <FilterField key={`from ${filled}`} label={t('entries.from')} type="date" {...fieldOf('from')} />
      <FilterField key={`to ${filled}`} label={t('entries.to')} type="date" {...fieldOf('to')} />
      <FilterField
        label={t('entries.work-item-key')}
        type="text"
        problem={wrong?.typed === issue ? wrong.problem : undefined}
        {...fieldOf('issueId')}
      />
      <FilterButtons isFiltered={Object.keys(filter).length > 0} onClear={clear} />
    </form>
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
