import { t } from '../../shared/words/words';

interface PeopleSearchProps {
  text: string;
  onText: (text: string) => void;
}

/** Where a person is searched for: the list follows what is typed. */
export function PeopleSearch({ text, onText }: PeopleSearchProps) {
  return (
    <form className="search stack-tight" role="search" onSubmit={(event) => event.preventDefault()}>
      <label className="label" htmlFor="find-person">
        {t('people.find')}
      </label>
      <input
        className="text-input"
        id="find-person"
        type="search"
        autoComplete="off"
        maxLength={128}
        aria-describedby="find-person-hint"
        value={text}
        onChange={(event) => onText(event.target.value)}
      />
      <p className="quiet small" id="find-person-hint">
        {t('people.find-hint')}
      </p>
    </form>
  );
}
