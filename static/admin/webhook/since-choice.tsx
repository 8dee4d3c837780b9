import { useId } from 'react';
import { t } from '../../shared/words/words';
import { DateField } from '../date-field';

/** What to undo: everything, or what happened since a moment. */
export interface Since {
  all: boolean;
  /** As the field `datetime-local` gives it. */
  typed: string;
}

interface SinceChoiceProps {
  since: Since;
  onChosen: (since: Since) => void;
}

/** All that the webhook did, or what came of its calls since a moment. */
export function SinceChoice({ since, onChosen }: SinceChoiceProps) {
  const id = useId();
  return (
    <fieldset className="stack-tight">
      <legend className="only-read-aloud">{t('webhook.undo-what')}</legend>
      <label className="choice">
        <input
          type="radio"
          name={id}
          checked={since.all}
          onChange={() => onChosen({ ...since, all: true })}
        />
        {t('webhook.undo-all')}
      </label>
      <label className="choice">
        <input
          type="radio"
          name={id}
          checked={!since.all}
          onChange={() => onChosen({ ...since, all: false })}
        />
        {t('webhook.undo-since')}
      </label>
      {!since.all && (
        <DateField
          type="datetime-local"
          label={t('webhook.since')}
          value={since.typed}
          unreadWords={t('webhook.since-unread')}
          onChange={(typed) => onChosen({ all: false, typed })}
        />
      )}
    </fieldset>
  );
}
