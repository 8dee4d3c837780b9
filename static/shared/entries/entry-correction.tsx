import type { CorrectEntryResult, ListedEntry, MyRequest } from '../../../src/contract';
import { call } from '../call';
import { asking, notAsked } from '../correction-words';
import { CorrectEntryForm } from '../time-form/correct-entry-form';

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
        label={`Correct ${words}`}
        send={(request) => call('correctEntry', request, notCorrected)}
        onSent={onCorrected}
        onCancel={onCancel}
      />
    );
  return (
    <CorrectEntryForm
      entry={entry}
      label={`Ask for a correction of ${words}`}
      {...asking}
      send={(correction) => call('openRequest', { type: 'correction', correction }, notAsked)}
      onSent={onAsked}
      onCancel={onCancel}
    />
  );
}

const notCorrected = 'We could not tell whether this entry was corrected. Save it again: twice does no harm.';
