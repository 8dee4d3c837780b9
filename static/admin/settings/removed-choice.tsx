import { periodWords } from '../../shared/period';
import { t } from '../../shared/words/words';
import { DaysField } from './days-field';
import { MOST_REMOVED_DAYS } from './typed-settings';

interface RemovedChoiceProps {
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

/** When people are erased who were removed from the site. */
export function RemovedChoice(props: RemovedChoiceProps) {
  return (
    <fieldset className="stack">
      <legend className="title-xsmall">{t('settings.removed-title')}</legend>
      <DaysField
        label={t('settings.deleted-after')}
        hint={t('settings.removed-hint', { most: periodWords(MOST_REMOVED_DAYS) })}
        {...props}
      />
    </fieldset>
  );
}
