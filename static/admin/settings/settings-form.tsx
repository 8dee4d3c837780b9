import Button from '@atlaskit/button/new';
import { lazy, Suspense, useState, type FormEvent } from 'react';
import type { SettingChange, SettingsView } from '../../../src/contract';
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
import { newlyErasing } from './erasing-changes';
import { differences, isWithinLimits, titlesOf } from './typed-settings';
import { WaitingChanges } from './waiting-changes';
import { useSettingsForm, type SettingsFormState } from './use-settings-form';

const ErasingDialog = lazy(() => import('./erasing-dialog'));
const none: readonly SettingChange[] = [];

interface SettingsFormProps {
  settings: SettingsView;
  onSaved: () => void;
}

/** The settings as fields, with a look ahead at what the periods would delete. */
export function SettingsForm({ settings: loaded, onSaved }: SettingsFormProps) {
  const form = useSettingsForm(loaded, onSaved);
  const { settings, typed, failure, meanwhile } = form;
  const [erasing, setErasing] = useState<readonly SettingChange[]>(none);
  const save = (event: FormEvent) => {
    event.preventDefault();
    const changes = newlyErasing(differences(settings, typed), settings.waiting);
    if (changes.length > 0 && isWithinLimits(settings, typed)) setErasing(changes);
    else void form.save();
  };
  const confirmed = async () => {
    await form.save();
    setErasing(none);
  };
  return (
    <>
      <form className="stack settings-form" noValidate onSubmit={save}>
        <WaitingChanges
          settings={settings}
          busy={form.busy}
          onTakeBack={(waiting) => void form.takeBack(waiting)}
        />
        <Fields form={form} />
        {failure && <FailureMessage failure={failure} />}
        {meanwhile && (
          <SavedMeanwhile
            changes={differences(meanwhile, typed)}
            titles={titlesOf(meanwhile)}
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
      {/* Beside the form: the dialog has one of its own. */}
      {erasing.length > 0 && (
        <Suspense fallback={null}>
          <ErasingDialog
            changes={erasing}
            titles={titlesOf(settings)}
            busy={form.busy}
            failure={undefined}
            onConfirm={() => void confirmed()}
            onCancel={() => setErasing(none)}
          />
        </Suspense>
      )}
    </>
  );
}

function Fields({ form: { settings, typed, tried, change, failure } }: { form: SettingsFormState }) {
  // What was corrected since is not called wrong any more.
  const wrong = <T,>(name: string, now: T, before: T) =>
    now === before ? failure?.error.fields?.[name] : undefined;
  return (
    <>
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
    </>
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
