import Button from '@atlaskit/button/new';
import { useEffect, useId, useRef } from 'react';
import { eventWords, reasonWords, roleWords } from '../../shared/access-words';
import '../../shared/entries/entries.css';
import { wordOf } from '../../shared/word-of';
import { t, type Key } from '../../shared/words/words';
import { chosenIn, type ChosenLines } from './audit-filter';

interface AuditFilterBarProps {
  chosen: ChosenLines;
  onChosen: (chosen: ChosenLines) => void;
}

/** Narrows the audit log down to days, to what happened, who did it and why. */
export function AuditFilterBar({ chosen, onChosen }: AuditFilterBarProps) {
  const form = useRef<HTMLFormElement>(null);
  const submit = useRef<HTMLButtonElement>(null);
  // Also what the browser's back button brings, in place of half a date.
  useEffect(() => {
    for (const field of form.current?.querySelectorAll<HTMLInputElement>('[name]') ?? []) {
      field.value = chosen[field.name as keyof ChosenLines] ?? '';
    }
  }, [chosen]);
  const showAll = () => {
    onChosen({});
    // The button that was pressed goes.
    submit.current?.focus();
  };
  return (
    <form
      ref={form}
      className="filter-bar audit-filter"
      role="search"
      aria-label={t('audit.filter')}
      onSubmit={(event) => {
        event.preventDefault();
        onChosen(chosenIn(new FormData(event.currentTarget)));
      }}
    >
      <DayField name="from" label={t('entries.from')} />
      <DayField name="to" label={t('entries.to')} />
      <Choice name="event" label={t('audit.what-happened')} words={eventWords} />
      <Choice name="role" label={t('audit.who')} words={roleWords} />
      <Choice name="reason" label={t('requests.reason')} words={reasonWords} />
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

function DayField({ name, label }: { name: string; label: string }) {
  const id = useId();
  return (
    <div className="filter-field">
      <label htmlFor={id}>{label}</label>
      <input id={id} name={name} type="date" autoComplete="off" />
    </div>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  words: Readonly<Record<string, Key>>;
}

function Choice({ name, label, words }: ChoiceProps) {
  const id = useId();
  return (
    <div className="filter-field">
      <label htmlFor={id}>{label}</label>
      <select id={id} name={name}>
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
