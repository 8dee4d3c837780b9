import type { Overview } from '../../src/contract';
import { call } from '../shared/call';
import { notAsked } from '../shared/correction-words';
import { EntryBrowser } from '../shared/entries/entry-browser';
import type { EntrySource } from '../shared/entries/entry-source';
import { useAddressedAsking } from '../shared/entries/use-addressed-asking';

const ownEntries: EntrySource = {
  list: (filter) => call('listEntries', filter),
  correct: (request) => call('correctEntry', request, notCorrected),
  ask: (correction) => call('openRequest', { type: 'correction', correction }, notAsked),
  remove: (ids) => call('deleteEntries', { ids }, failed),
};

const failed =
  'We could not tell whether these entries were deleted. What was deleted before stays deleted. Try again.';

const notCorrected = 'We could not tell whether this entry was corrected. Save it again: twice does no harm.';

interface EntriesTabProps {
  overview: Overview;
  onChanged: () => void;
  onErase: () => void;
}

export function EntriesTab({ overview, onChanged, onErase }: EntriesTabProps) {
  const asking = useAddressedAsking('entries');
  const total = overview.dataSets.find((dataSet) => dataSet.name === 'time-entry')?.records;
  return (
    <EntryBrowser
      // A running deletion makes an open list old.
      key={overview.erasing?.id ?? 'entries'}
      source={ownEntries}
      own
      asking={asking}
      total={total}
      empty="You have not logged any time yet"
      onChanged={onChanged}
      onErase={onErase}
    />
  );
}
