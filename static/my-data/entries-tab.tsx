import type { Overview } from '../../src/contract';
import { call } from '../shared/call';
import { notAsked } from '../shared/correction-words';
import { EntryBrowser } from '../shared/entries/entry-browser';
import type { EntrySource } from '../shared/entries/entry-source';
import { useAddressedAsking } from '../shared/entries/use-addressed-asking';
import { t } from '../shared/words/words';

/** While their use is restricted, entries are seen and deleted, and corrected only by asking for it. */
const restrictedEntries: EntrySource = {
  list: (filter) => call('listEntries', filter),
  ask: (correction, restricts) =>
    call('openRequest', { type: 'correction', correction, restricts }, notAsked()),
  remove: (ids) => call('deleteEntries', { ids }, t('my-data.entries-not-deleted')),
};

const ownEntries: EntrySource = {
  ...restrictedEntries,
  correct: (request) => call('correctEntry', request, t('entries.not-corrected')),
};

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
      source={overview.restriction ? restrictedEntries : ownEntries}
      own
      asking={asking}
      total={total}
      empty={t('my-data.nothing-logged')}
      onChanged={onChanged}
      onErase={onErase}
    />
  );
}
