import type { CorrectEntryResult, ListedEntry, MyRequest } from '../../../src/contract';
import { call } from '../call';
import { asking, notAsked } from '../correction-words';
import { CorrectEntryForm } from '../time-form/correct-entry-form';
import { t } from '../words/words';

interface EntryCorrectionProps {
  entry: ListedEntry;
  /** What the entry says. */
  words: string;
  /** The use of the data is restricted, so that an administrator has to correct it. */
  restricted?: boolean;
  onCorrected: (result: CorrectEntryResult) => void;
  onAsked: (request: MyRequest) => void;
  onCancel: () => void;
}

/** An entry while its owner corrects it, or asks for that where it needs an approval. */
export function EntryCorrection({
  entry,
  words,
  restricted = false,
  onCorrected,
  onAsked,
  onCancel,
}: EntryCorrectionProps) {
  if (!entry.locked && !restricted)
    return (
      <CorrectEntryForm
        entry={entry}
        label={t('entries.correct', { entry: words })}
        send={(request) => call('correctEntry', request, t('entries.not-corrected'))}
        onSent={onCorrected}
        onCancel={onCancel}
      />
    );
  return (
    <CorrectEntryForm
      entry={entry}
      label={t('entries.ask-correction', { entry: words })}
      {...asking(restricted)}
      send={(correction, restricts) =>
        call('openRequest', { type: 'correction', correction, restricts }, notAsked())
      }
      onSent={onAsked}
      onCancel={onCancel}
    />
  );
}
