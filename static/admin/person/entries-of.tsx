import { useMemo } from 'react';
import type { OfPerson } from '../../../src/contract';
import { call } from '../../shared/call';
import { EntryBrowser } from '../../shared/entries/entry-browser';
import type { EntrySource } from '../../shared/entries/entry-source';

interface EntriesOfProps {
  of: OfPerson;
  name: string;
  onChanged: () => void;
}

const notDeleted =
  'We could not tell whether all of these entries were deleted. The list shows how it stands. Try again.';

const notCorrected = 'We could not tell whether this entry was corrected. Save it again: twice does no harm.';

/** The entries of someone else, to look through, correct and delete. */
export function EntriesOf({ of, name, onChanged }: EntriesOfProps) {
  const { accountId, reason } = of;
  const source = useMemo(
    (): EntrySource => ({
      list: (filter) => call('listEntriesOf', { accountId, reason, ...filter }),
      correct: (request) => call('correctEntryOf', { accountId, reason, ...request }, notCorrected),
      remove: (ids) => call('deleteEntriesOf', { accountId, reason, ids }, notDeleted),
    }),
    [accountId, reason],
  );
  return (
    <section className="stack" aria-labelledby="entries-title">
      <h3 className="title-small" id="entries-title">
        Time entries of {name}
      </h3>
      <EntryBrowser source={source} empty="This person has no time entries" onChanged={onChanged} />
    </section>
  );
}
