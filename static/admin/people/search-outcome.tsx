import Button from '@atlaskit/button/new';
import { t } from '../../shared/words/words';
import { outcomeWords } from './search-words';
import type { EveryName } from './use-names';
import type { PeopleList } from './use-people';
import type { SearchAndAccount } from './use-search';

interface SearchOutcomeProps {
  search: SearchAndAccount;
  people: PeopleList;
  names: EveryName;
}

/** What the search came to, and what it did not look at: nothing is said of that. */
export function SearchOutcome({ search, people, names }: SearchOutcomeProps) {
  const looking = people.growing || names.looking;
  const untold = looking ? 0 : search.unanswered;
  const partial = !people.complete && !people.growing;
  return (
    <div className="stack-tight card">
      <div role="status">
        {outcomeWords(search, search.account).map((words) => (
          <p key={words}>{words}</p>
        ))}
        {looking && <p>{t('people.looking-up')}</p>}
        {untold > 0 && <p>{t('people.untold', { count: untold })}</p>}
        {partial && <p>{t('people.partial')}</p>}
      </div>
      <div className="row">
        {untold > 0 && <Button onClick={names.lookAgain}>{t('people.ask-again')}</Button>}
        {partial && <Button onClick={people.resume}>{t('people.search-more')}</Button>}
      </div>
    </div>
  );
}
