import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { AccountId, Dashboard, PersonRow } from '../../../src/contract';
import { orMore } from '../../shared/count-words';
import { FailureMessage } from '../../shared/failure-message';
import { Message } from '../../shared/message';
import { useViewer } from '../../shared/viewer';
import { t } from '../../shared/words/words';
import type { PersonTask } from '../person/person-task';
import { useFocusOnReturn } from '../use-focus-on-return';
import { ErasePeople } from './erase-people';
import { PeopleSearch } from './people-search';
import { PeopleTable } from './people-table';
import './people.css';
import { personRowId } from './person-row-id';
import { SearchOutcome } from './search-outcome';
import { useChosenPeople } from './use-chosen-people';
import { useNames } from './use-names';
import { useSearch } from './use-search';
import type { PeopleList } from './use-people';

const nobodyYet: readonly PersonRow[] = [];

type Counted = Pick<Dashboard, 'people' | 'morePeople'>;

interface PeopleTabProps {
  people: PeopleList;
  /** How many there are by the figures of the site. */
  counted: Counted;
  onOpen: (row: PersonRow, task: PersonTask) => void;
  onErased: (accountIds: readonly AccountId[]) => void;
  returnTo: AccountId | undefined;
}

/** Who has data: all of them, or those a search found. */
export function PeopleTab({ people, counted, onOpen, onErased, returnTo }: PeopleTabProps) {
  const heading = useFocusOnReturn(returnTo, personRowId);
  const [text, setText] = useState('');
  const chosen = useChosenPeople();
  // Once the list rests: names of a part would be asked for again with each page.
  const names = useNames(people.growing ? nobodyYet : people.people);
  const search = useSearch(people, names.found, text);
  const nobody = people.complete && people.people.length === 0;
  const rows = search?.people ?? people.people;
  return (
    <section className="stack" aria-labelledby="people-title">
      <div className="row-apart">
        <h2 className="title-small" id="people-title" tabIndex={-1} ref={heading}>
          {t('people.title')}
        </h2>
        <ListProgress people={people} counted={counted} />
      </div>
      {nobody ? <NobodyYet /> : <PeopleSearch text={text} onText={setText} />}
      {search && <SearchOutcome search={search} people={people} names={names} />}
      {people.failure && <FailureMessage failure={people.failure} onRetry={people.resume} />}
      {rows.length > 0 && <ErasePeople chosen={chosen} onErased={onErased} />}
      {rows.length > 0 && (
        <PeopleTable
          chosen={chosen}
          key={search ? 'found' : 'all'}
          people={rows}
          names={names.found}
          growing={people.growing || names.looking}
          onOpen={onOpen}
        />
      )}
    </section>
  );
}

function ListProgress({ people, counted }: { people: PeopleList; counted: Counted }) {
  const { locale } = useViewer();
  const loaded = people.people.length;
  const most = Math.max(counted.people, loaded);
  const total = orMore(most.toLocaleString(locale), counted.morePeople);
  if (people.complete || people.failure) return null;
  return (
    <div className="row quiet small" role="status">
      {people.growing && <progress max={most} value={loaded} aria-label={t('people.loaded-bar')} />}
      {t(people.growing ? 'people.loaded' : 'people.loaded-sorted', { loaded, total })}
      {!people.growing && (
        <Button spacing="compact" onClick={people.resume}>
          {t('people.load-more')}
        </Button>
      )}
    </div>
  );
}

function NobodyYet() {
  return (
    <Message tone="info" title={t('people.nobody-title')}>
      {t('people.nobody')}
    </Message>
  );
}
