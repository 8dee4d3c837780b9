import Button from '@atlaskit/button/new';
import { countOf } from '../../shared/count-words';
import { useViewer } from '../../shared/viewer';
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
  const { locale } = useViewer();
  const looking = people.growing || names.looking;
  const untold = looking ? 0 : search.unanswered;
  const partial = !people.complete && !people.growing;
  return (
    <div className="stack-tight card">
      <div role="status">
        {outcomeWords(search, search.account, locale).map((words) => (
          <p key={words}>{words}</p>
        ))}
        {looking && <p>Looking up names in Jira…</p>}
        {untold > 0 && (
          <p>
            Jira did not tell {countOf(untold, 'name', 'names', locale)}. The search has not looked at them.
          </p>
        )}
        {partial && <p>More people have data. The search has not looked at them yet.</p>}
      </div>
      <div className="row">
        {untold > 0 && <Button onClick={names.lookAgain}>Ask Jira again</Button>}
        {partial && <Button onClick={people.resume}>Search more people</Button>}
      </div>
    </div>
  );
}
