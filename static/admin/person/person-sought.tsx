import { useEffect } from 'react';
import { FailureMessage } from '../../shared/failure-message';
import { Message } from '../../shared/message';
import { Breadcrumbs } from '../breadcrumbs';
import { Loading } from '../../shared/loading';
import type { PeopleList } from '../people/use-people';
import type { WayBack } from './use-opened';

interface PersonSoughtProps {
  people: PeopleList;
  back: WayBack;
}

/** The address stands for somebody whom the list has not come to: it goes on until it has, or has everybody. */
export function PersonSought({ people, back }: PersonSoughtProps) {
  const { growing, complete, failure, resume } = people;
  const goesOn = !growing && !complete && failure === undefined;
  useEffect(() => {
    if (goesOn) resume();
  }, [goesOn, resume]);
  return (
    <div className="stack">
      <Breadcrumbs back={back} here="Person" />
      {failure && <FailureMessage failure={failure} onRetry={resume} />}
      {complete && (
        <Message tone="info" title="Nothing is kept about this person any more">
          The address stood for somebody who has been erased since, or it was not copied whole.
        </Message>
      )}
      {!complete && !failure && <Loading what="the person" />}
    </div>
  );
}
