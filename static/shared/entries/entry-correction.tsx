import type { CorrectEntryResult, ListedEntry, MyRequest } from '../../../src/contract';
import { call } from '../call';
import { asking, notAsked } from '../correction-words';
import { CorrectEntryForm } from '../time-form/correct-entry-form';
import { t } from '../words/words';

interface EntryCorrectionProps {
  entry: ListedEntry;
  /** What the entry says. */
  words: string;
  onCorrected: (result: CorrectEntryResult) => void;
  onAsked: (request: MyRequest) => void;
  onCancel: () => void;
}

/** An entry while its owner corrects it, or asks for that where it needs an approval. */
export function EntryCorrection({ entry, words, onCorrected, onAsked, onCancel }: EntryCorrectionProps) {
  if (!entry.locked)
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
      {...asking()}
      send={(correction, restricts) =>
        call('openRequest', { type: 'correction', correction, restricts }, notAsked())
      }
      onSent={onAsked}
      onCancel={onCancel}
    />
  );
}
