import Button from '@atlaskit/button/new';
import { useId, useRef, useState } from 'react';
import { eventWords, reasonWords, roleWords } from '../../shared/access-words';
import '../../shared/entries/entries.css';
import { FilterField } from '../../shared/entries/filter-field';
import { wordOf } from '../../shared/word-of';
import { t, type Key } from '../../shared/words/words';
import { chosenIn, type ChosenLines } from './audit-filter';

interface AuditFilterBarProps {
  chosen: ChosenLines;
  onChosen: (chosen: ChosenLines) => void;
}

/** Narrows the audit log down to days, to what happened, who did it and why. */
export function AuditFilterBar({ chosen, onChosen }: AuditFilterBarProps) {
  const { fieldOf, filled, apply, clear } = useFields(chosen, onChosen);
  const submit = useRef<HTMLButtonElement>(null);
  const showAll = () => {
    clear();
    // The button that was pressed goes.
    submit.current?.focus();
  };
  return (
    <form
      className="filter-bar audit-filter"
      role="search"
      aria-label={t('audit.filter')}
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      {/* Filled anew they are new fields: half a date would stay in the old one. */}
      <FilterField key={`from ${filled}`} label={t('entries.from')} type="date" {...fieldOf('from')} />
      <FilterField key={`to ${filled}`} label={t('entries.to')} type="date" {...fieldOf('to')} />
      <Choice label={t('audit.what-happened')} words={eventWords} {...fieldOf('event')} />
      <Choice label={t('audit.who')} words={roleWords} {...fieldOf('role')} />
      <Choice label={t('requests.reason')} words={reasonWords} {...fieldOf('reason')} />
      <div className="row">
        <Button ref={submit} type="submit">
          {t('entries.filter')}
        </Button>
        {Object.keys(chosen).length > 0 && (
          <Button appearance="subtle" onClick={showAll}>
            {t('entries.show-all')}
          </Button>
        )}
      </div>
    </form>
  );
}

/** What is typed, until it is applied; another filter that comes from elsewhere takes its place. */
function useFields(chosen: ChosenLines, onChosen: (chosen: ChosenLines) => void) {
  const [applied, setApplied] = useState(chosen);
  const [typed, setTyped] = useState(chosen);
  const [filled, setFilled] = useState(0);
  const fill = (given: ChosenLines) => {
    setApplied(given);
    setTyped(given);
    setFilled((before) => before + 1);
  };
  // The browser's back button.
  if (JSON.stringify(applied) !== JSON.stringify(chosen)) fill(chosen);
  return {
    fieldOf: (name: keyof ChosenLines) => ({
      value: typed[name] ?? '',
      onChange: (value: string) => setTyped({ ...typed, [name]: value }),
    }),
    filled,
    apply: () => {
      const wanted = chosenIn(new Map(Object.entries(typed)));
      setApplied(wanted);
      onChosen(wanted);
    },
    clear: () => {
      fill({});
      onChosen({});
    },
  };
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
