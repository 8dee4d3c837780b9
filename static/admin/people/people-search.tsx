interface PeopleSearchProps {
  text: string;
  onText: (text: string) => void;
}

/** Where a person is searched for: the list follows what is typed. */
export function PeopleSearch({ text, onText }: PeopleSearchProps) {
  return (
    <form className="search stack-tight" role="search" onSubmit={(event) => event.preventDefault()}>
      <label className="label" htmlFor="find-person">
        Find a person
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
        By name or account ID, also of people who are deactivated. Your browser asks Jira for the names.
      </p>
    </form>
  );
}
