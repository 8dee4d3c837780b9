import { useMemo } from 'react';
import type { AccountId, PersonRow, RemovedPerson } from '../../../src/contract';
import { ColumnHeads } from '../../shared/column-heads';
import { FailureMessage } from '../../shared/failure-message';
import { lookUpPeople } from '../../shared/people';
import { useLookUp } from '../../shared/use-look-up';
import type { PersonTask } from '../person/person-task';
import { useFocusOnReturn } from '../use-focus-on-return';
import { removedRowId, RemovedRow } from './removed-row';
import { useOpenPerson } from './use-open-person';

const heads = ['Person', 'Removed on', 'What happens next'];

interface RemovedPeopleProps {
  removed: readonly RemovedPerson[];
  onOpen: (row: PersonRow, task: PersonTask) => void;
  returnTo: AccountId | undefined;
}

/** People of whom Jira said that they were removed from the site: a hint, which is not Atlassian's word `closed`. */
export function RemovedPeople({ removed, onOpen, returnTo }: RemovedPeopleProps) {
  const heading = useFocusOnReturn(returnTo, removedRowId);
  const ids = useMemo(() => removed.map(({ accountId }) => accountId), [removed]);
  const found = useLookUp(lookUpPeople, ids);
  const { failure, open } = useOpenPerson(onOpen);
  return (
    <section className="stack-tight" aria-labelledby="removed-title">
      <h3 className="title-xsmall" id="removed-title" tabIndex={-1} ref={heading}>
        Removed from this site
      </h3>
      {removed.length === 0 ? (
        <p className="quiet">Jira has not said of anyone with data here that they were removed.</p>
      ) : (
        <>
          <p className="quiet readable">
            Jira said that these people were removed from the site. That does not mean that their accounts are
            closed, so their data is kept, but not used. Under Settings you choose after how many days it is
            erased; you can also erase it now.
          </p>
          {failure && <FailureMessage failure={failure} />}
          <table className="table stacking">
            <caption className="only-read-aloud">People who were removed from this site</caption>
            <ColumnHeads heads={heads} atEnd={['Actions']} />
            <tbody>
              {removed.map((person) => (
                <RemovedRow
                  key={person.accountId}
                  person={person}
                  found={found.get(person.accountId)}
                  onOpen={open}
                />
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}
