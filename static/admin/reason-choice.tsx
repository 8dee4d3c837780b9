import { useId } from 'react';
import type { AuditReason } from '../../src/contract';
import { reasonWords } from '../shared/access-words';
import { wordOf } from '../shared/word-of';
import { t } from '../shared/words/words';

interface ReasonChoiceProps<Reason> {
  question: string;
  /** Those to choose from. */
  reasons: readonly Reason[];
  reason: Reason | undefined;
  onChosen: (reason: Reason) => void;
}

/** Asks why, in a dialog about other people's data. */
export function ReasonChoice<Reason extends AuditReason>({
  question,
  reasons,
  reason,
  onChosen,
}: ReasonChoiceProps<Reason>) {
  const id = useId();
  return (
    <fieldset className="stack-tight reason-choice" aria-describedby={`${id}-told`}>
      <legend className="title-xsmall">{question}</legend>
      <p className="quiet" id={`${id}-told`}>
        {t('admin.reason-logged')}
      </p>
      {reasons.map((value) => (
        <label className="choice" key={value}>
          <input
            type="radio"
            name={id}
            value={value}
            checked={reason === value}
            onChange={() => onChosen(value)}
          />
          {wordOf(reasonWords, value)}
        </label>
      ))}
    </fieldset>
  );
}
