import Button from '@atlaskit/button/new';
import { useState, type FormEvent } from 'react';
import { isFailure, type Failure } from '../../shared/call';
import { FailureMessage } from '../../shared/failure-message';
import { readWanted, searchPeople, type Search } from './search-people';

/** Finds a person by name or account ID. */
export function PeopleSearch({ onFound }: { onFound: (search: Search | undefined) => void }) {
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const search = async (event: FormEvent) => {
    event.preventDefault();
    const wanted = readWanted(text);
    setFailure(undefined);
    if (!wanted) return onFound(undefined);
    setBusy(true);
    const answer = await searchPeople(wanted);
    setBusy(false);
    if (isFailure(answer)) setFailure(answer);
    else onFound(answer);
  };
  return (
    <>
      <form className="search" role="search" onSubmit={(event) => void search(event)}>
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
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="submit" isLoading={busy}>
          Find
        </Button>
        <p className="quiet small search-hint" id="find-person-hint">
          By name or account ID. People who are deactivated or have left are found by account ID only.
        </p>
      </form>
      {failure && <FailureMessage failure={failure} />}
    </>
  );
}
