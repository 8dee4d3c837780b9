import Button from '@atlaskit/button/new';
import type { FormEvent } from 'react';
import type { SettingsView } from '../../../src/contract';
import { FailureMessage } from '../../shared/failure-message';
import { BasisChoice } from './basis-choice';
import { ControllerChoice } from './controller-choice';
import { DaysField } from './days-field';
import { RemovedChoice } from './removed-choice';
import { RetentionPreviewBox } from './retention-preview-box';
import { SavedMeanwhile } from './saved-meanwhile';
import { SelfErasureChoice } from './self-erasure-choice';
import { TotalsChoice } from './totals-choice';
import type { TypedDays } from './typed-days';
import { differences } from './typed-settings';
import { useSettingsForm } from './use-settings-form';

interface SettingsFormProps {
  settings: SettingsView;
  onSaved: () => void;
}

/** The settings as fields, with a look ahead at what the periods would delete. */
export function SettingsForm({ settings: loaded, onSaved }: SettingsFormProps) {
  const form = useSettingsForm(loaded, onSaved);
  const { settings, typed, tried, change, failure, meanwhile } = form;
  // What was corrected since is not called wrong any more.
  const wrong = <T,>(name: string, now: T, before: T) =>
    now === before ? failure?.error.fields?.[name] : undefined;
  const save = (event: FormEvent) => {
    event.preventDefault();
    void form.save();
  };
  return (
    <form className="stack settings-form" noValidate onSubmit={save}>
      <ControllerChoice
        value={typed.page}
        error={wrong('controllerPage', typed.page, tried?.page)}
        onChange={(page) => change({ page })}
      />
      <BasisChoice
        offered={settings.bases}
        value={typed.bases}
        error={(purpose) => wrong(`basis.${purpose}`, typed.bases[purpose], tried?.bases[purpose])}
        onChange={(bases) => change({ bases })}
      />
      <PeriodFields
        settings={settings}
        days={typed.days}
        error={(name) => wrong(`retentionDays.${name}`, typed.days[name], tried?.days[name])}
        onChange={(days) => change({ days })}
      />
      <TotalsChoice
        settings={settings}
        value={typed.keepTotals}
        onChange={(keepTotals) => change({ keepTotals })}
      />
      <SelfErasureChoice value={typed.selfErasure} onChange={(selfErasure) => change({ selfErasure })} />
      <RemovedChoice
        value={typed.removed}
        error={wrong('removedDays', typed.removed, tried?.removed)}
        onChange={(removed) => change({ removed })}
      />
      {failure && <FailureMessage failure={failure} />}
      {meanwhile && (
        <SavedMeanwhile
          changes={differences(meanwhile, typed)}
          titles={new Map(meanwhile.retention.map(({ dataSet, title }) => [dataSet, title]))}
          onTake={form.takeSaved}
        />
      )}
      <div className="row">
        <Button type="submit" appearance="primary" isLoading={form.busy}>
          Save settings
        </Button>
        <span role="status">{form.said}</span>
      </div>
    </form>
  );
}

interface PeriodFieldsProps {
  settings: SettingsView;
  days: TypedDays;
  /** What is wrong with the period of a data set. */
  error: (dataSet: string) => string | undefined;
  onChange: (days: TypedDays) => void;
}

function PeriodFields({ settings, days, error, onChange }: PeriodFieldsProps) {
  return (
    <fieldset className="stack">
      <legend className="title-xsmall">How long records are kept</legend>
      {settings.retention.map(({ dataSet, title, least, most, standard }) => (
        <DaysField
          key={dataSet}
          label={`${title}: kept for`}
          hint={`${least} to ${most} days; ${standard} when nothing is set.`}
          value={days[dataSet] ?? ''}
          error={error(dataSet)}
          onChange={(text) => onChange({ ...days, [dataSet]: text })}
        />
      ))}
      <RetentionPreviewBox days={days} />
    </fieldset>
  );
}
