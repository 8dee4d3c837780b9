import Button from '@atlaskit/button/new';
import { lazy, Suspense, useState } from 'react';
import type { AccountId } from '../../../src/contract';
import { t } from '../../shared/words/words';
import { ErasedPeople } from './erased-people';
import type { ManyErased } from './erasing-many';
import type { ChosenPeople } from './use-chosen-people';

const ErasePeopleDialog = lazy(() => import('./erase-people-dialog'));

interface ErasePeopleProps {
  chosen: ChosenPeople;
  onErased: (accountIds: readonly AccountId[]) => void;
}

/** Who is chosen, and erasing them at once. */
export function ErasePeople({ chosen, onErased }: ErasePeopleProps) {
  const [asks, setAsks] = useState(false);
  const [erased, setErased] = useState<ManyErased>();
  const count = chosen.people.size;
  const done = (result: ManyErased) => {
    setAsks(false);
    setErased(result);
    chosen.clear();
    onErased([...result.begun, ...result.notBegun.map(({ accountId }) => accountId)]);
  };
  return (
    <>
      {erased && <ErasedPeople erased={erased} onClose={() => setErased(undefined)} />}
      <div className="row-apart">
        <div className="row">
          <span role="status" className={count === 0 ? 'quiet' : 'number'}>
            {chosenWords(chosen)}
          </span>
          {count > 0 && (
            <Button appearance="subtle" spacing="compact" onClick={chosen.clear}>
              {t('entries.clear')}
            </Button>
          )}
        </div>
        <Button isDisabled={count === 0} onClick={() => setAsks(true)}>
          {t('people.delete-selected')}
        </Button>
      </div>
      {asks && (
        <Suspense fallback={null}>
          <ErasePeopleDialog people={chosen.people} onDone={done} onCancel={() => setAsks(false)} />
        </Suspense>
      )}
    </>
  );
}

function chosenWords({ people: { size: count }, full }: ChosenPeople): string {
  if (count === 0) return t('people.none-selected');
  return t(full ? 'people.most-selected' : 'people.selected', { count });
}
