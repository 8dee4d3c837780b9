import type { SettingsView, WaitingSetting, WhichSetting } from '../../../src/contract';
import { call } from '../../shared/call';
import { dataWords } from '../../shared/map-words';
import { periodWords } from '../../shared/period';
import { t } from '../../shared/words/words';
import { BasisChoice } from './basis-choice';
import { ControllerChoice } from './controller-choice';
import { DaysField } from './days-field';
import { RemovedChoice } from './removed-choice';
import { RetentionPreviewBox } from './retention-preview-box';
import { SavedForm } from './saved-form';
import { SelfErasureChoice } from './self-erasure-choice';
import { TotalsChoice } from './totals-choice';
import type { TypedDays } from './typed-days';
import {
  differences,
  fieldsOf,
  titlesOf,
  toConfirm,
  toSave,
  typedOf,
  type TypedSettings,
} from './typed-settings';
import { useSavedForm, type SavedFields, type SavedFormOf } from './use-saved-form';
import { WaitingChanges } from './waiting-changes';

const FIELDS: SavedFields<SettingsView, TypedSettings> = {
  typedOf,
  differences,
  toConfirm,
  fieldsOf,
  read: () => call('getSettings', {}),
  send: (typed, saved) => call('saveSettings', toSave(typed, saved)),
  waitingIn: ({ waiting }) => waiting,
  flag: 'settings',
  words: {
    saved: 'settings.saved-flag',
    waits: 'settings.saved-waiting-flag',
    takenBack: 'settings.taken-back',
  },
};

interface SettingsFormProps {
  settings: SettingsView;
  onSaved: () => void;
}

/** The settings as fields, with a look ahead at what the periods would delete. */
export function SettingsForm({ settings, onSaved }: SettingsFormProps) {
  const form = useSavedForm(FIELDS, settings, onSaved);
  const takeBack = ({ setting, dataSet }: WaitingSetting) => {
    const which = { setting, ...(dataSet !== undefined && { dataSet }) } as WhichSetting;
    void form.takeBack(() => call('takeBackSetting', which, t('settings.take-back-unanswered')));
  };
  return (
    <SavedForm
      form={form}
      titles={titlesOf(form.saved)}
      verb={t('settings.save')}
      appearance="primary"
      waiting={<WaitingChanges settings={form.saved} busy={form.busy} onTakeBack={takeBack} />}
    >
      <Fields form={form} />
    </SavedForm>
  );
}

function Fields({ form }: { form: SavedFormOf<SettingsView, TypedSettings> }) {
  const { saved: settings, typed, errors } = form;
  const change = (fields: Partial<TypedSettings>) => form.change({ ...typed, ...fields });
  return (
    <>
      <ControllerChoice
        value={typed.page}
        error={errors['controllerPage']}
        onChange={(page) => change({ page })}
      />
      <BasisChoice
        offered={settings.bases}
        value={typed.bases}
        error={(purpose) => errors[`basis.${purpose}`]}
        onChange={(bases) => change({ bases })}
      />
      <PeriodFields
        settings={settings}
        days={typed.days}
        error={(name) => errors[`retentionDays.${name}`]}
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
        error={errors['removedDays']}
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
      <legend className="title-xsmall">{t('settings.periods-title')}</legend>
      {settings.retention.map(({ dataSet, title, least, most, standard, why }) => (
        <DaysField
          key={dataSet}
          label={t('settings.period-label', { title: dataWords(title, dataSet) })}
          hint={`${limitsOf(least, most, standard)} ${dataWords(why, '')}`}
          value={days[dataSet] ?? ''}
          error={error(dataSet)}
          onChange={(text) => onChange({ ...days, [dataSet]: text })}
        />
      ))}
      <RetentionPreviewBox days={days} />
    </fieldset>
  );
}

const limitsOf = (least: number, most: number, standard: number): string =>
  t('settings.period-hint', {
    least: periodWords(least),
    most: periodWords(most),
    standard: periodWords(standard),
  });
