import { useId } from 'react';
import { eventWords, reasonWords, roleWords } from '../../shared/access-words';
import '../../shared/entries/entries.css';
import { FilterField } from '../../shared/entries/filter-field';
import { FilterButtons, useFilterFields } from '../../shared/entries/filter-form';
import { wordOf } from '../../shared/word-of';
import { t, type Key } from '../../shared/words/words';
import { chosenIn, type ChosenLines } from './audit-filter';

interface AuditFilterBarProps {
  chosen: ChosenLines;
  onChosen: (chosen: ChosenLines) => void;
}

/** Narrows the audit log down to days, to what happened, who did it and why. */
export function AuditFilterBar({ chosen, onChosen }: AuditFilterBarProps) {
  const { typed, fieldOf, filled, apply, clear } = useFilterFields(chosen, onChosen);
  return (
    <form
      className="filter-bar audit-filter"
      role="search"
      aria-label={t('audit.filter')}
      onSubmit={(event) => {
        event.preventDefault();
        apply(chosenIn(new Map(Object.entries(typed))));
      }}
    >
      <FilterField key={`from ${filled}`} label={t('entries.from')} type="date" {...fieldOf('from')} />
      <FilterField key={`to ${filled}`} label={t('entries.to')} type="date" {...fieldOf('to')} />
      <Choice label={t('audit.what-happened')} words={eventWords} {...fieldOf('event')} />
      <Choice label={t('audit.who')} words={roleWords} {...fieldOf('role')} />
      <Choice label={t('requests.reason')} words={reasonWords} {...fieldOf('reason')} />
      <FilterButtons isFiltered={Object.keys(chosen).length > 0} onClear={clear} />
    </form>
  );
}

interface ChoiceProps {
  label: string;
  words: Readonly<Record<string, Key>>;
  value: string;
  onChange: (value: string) => void;
}

function Choice({ label, words, value: chosen, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <div className="filter-field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={chosen} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t('audit.all')}</option>
        {Object.keys(words).map((value) => (
          <option key={value} value={value}>
            {wordOf(words, value)}
          </option>
        ))}
      </select>
    </div>
  );
}
