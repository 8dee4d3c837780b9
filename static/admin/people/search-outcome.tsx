import Button from '@atlaskit/button/new';
import { useViewer } from '../../shared/viewer';
import type { Search } from './search-people';
import { describe } from './search-words';

/** What the search came to, in words. */
export function SearchOutcome({ search, onClear }: { search: Search; onClear: () => void }) {
  const { locale } = useViewer();
  return (
    <div className="row-apart card" role="status">
      <span>{describe(search, locale)}</span>
      <Button spacing="compact" onClick={onClear}>
        Show everybody
      </Button>
    </div>
  );
}
