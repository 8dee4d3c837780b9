import { useEffect } from 'react';
import { FailureMessage } from '../../shared/failure-message';
import { Message } from '../../shared/message';
import { t } from '../../shared/words/words';
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
      <Breadcrumbs back={back} here={t('common.person')} />
      {failure && <FailureMessage failure={failure} onRetry={resume} />}
      {complete && (
        <Message tone="info" title={t('person.gone-title')}>
          {t('person.gone')}
        </Message>
      )}
      {!complete && !failure && <Loading words={t('person.loading')} />}
    </div>
  );
}
