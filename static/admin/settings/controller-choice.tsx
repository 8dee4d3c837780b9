import Button from '@atlaskit/button/new';
import { ControllerPage } from '../../shared/controller-page';
import { t } from '../../shared/words/words';
import { FindWorkItem } from './find-work-item';

interface ControllerChoiceProps {
  /** ID of the work item that is chosen. */
  value: string | null;
  error: string | undefined;
  onChange: (value: string | null) => void;
}

/** Which work item says who is responsible for the data, and whom people ask. */
export function ControllerChoice({ value, error, onChange }: ControllerChoiceProps) {
  return (
    <fieldset className="stack-tight">
      <legend className="title-xsmall">{t('settings.responsible-title')}</legend>
      <p>{t('settings.responsible-about')}</p>
      {value === null ? (
        <p className="quiet">{t('settings.responsible-none')}</p>
      ) : (
        <p className="row">
          <ControllerPage id={value} />
          <Button spacing="compact" onClick={() => onChange(null)}>
            {t('settings.choose-none')}
          </Button>
        </p>
      )}
      <FindWorkItem error={error} onChosen={onChange} />
    </fieldset>
  );
}
