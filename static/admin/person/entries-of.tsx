import { useMemo } from 'react';
import type { OfPerson } from '../../../src/contract';
import { call } from '../../shared/call';
import { EntryBrowser } from '../../shared/entries/entry-browser';
import type { EntrySource } from '../../shared/entries/entry-source';
import { t } from '../../shared/words/words';

interface EntriesOfProps {
  of: OfPerson;
  name: string;
  onChanged: () => void;
}

/** The entries of someone else, to look through, correct and delete. */
export function EntriesOf({ of, name, onChanged }: EntriesOfProps) {
  const { accountId, reason } = of;
  const source = useMemo(
    (): EntrySource => ({
      list: (filter) => call('listEntriesOf', { accountId, reason, ...filter }),
      correct: (request) =>
        call('correctEntryOf', { accountId, reason, ...request }, t('entries.not-corrected')),
      remove: (ids) => call('deleteEntriesOf', { accountId, reason, ids }, t('my-data.entries-not-deleted')),
    }),
    [accountId, reason],
  );
  return (
    <section className="stack" aria-labelledby="entries-title">
      <h3 className="title-small" id="entries-title">
        {t('person.entries-title', { name })}
      </h3>
      <EntryBrowser
        source={source}
        of={name}
        empty={t('person.no-entries', { name })}
        onChanged={onChanged}
      />
    </section>
  );
}
