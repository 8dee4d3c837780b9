import { useId } from 'react';
import type { LegalBasis, Purpose, SaveSettings, SettingsView } from '../../../src/contract';
import { basisWords, purposeWords } from '../../shared/basis-words';
import { wordOf } from '../../shared/word-of';
import { t } from '../../shared/words/words';

export type Bases = Readonly<NonNullable<SaveSettings['bases']>>;
type Chosen = LegalBasis | 'not-chosen';

interface BasisChoiceProps {
  offered: SettingsView['bases'];
  value: Bases;
  /** What is wrong with a purpose’s basis. */
  error: (purpose: Purpose) => string | undefined;
  onChange: (value: Bases) => void;
}

/** On which legal basis the organisation uses the data, purpose by purpose. */
export function BasisChoice({ offered, value, error, onChange }: BasisChoiceProps) {
  return (
    <fieldset className="stack-tight">
      <legend className="title-xsmall">{t('common.legal-basis')}</legend>
      <p>{t('settings.basis-about')}</p>
      {offered.map(({ purpose, allowed }) => (
        <OfPurpose
          key={purpose}
          purpose={purpose}
          allowed={allowed}
          basis={value[purpose] ?? 'not-chosen'}
          error={error(purpose)}
          onChange={(basis) => onChange({ ...value, [purpose]: basis })}
        />
      ))}
    </fieldset>
  );
}

interface OfPurposeProps {
  purpose: Purpose;
  allowed: readonly LegalBasis[];
  basis: Chosen;
  error: string | undefined;
  onChange: (basis: Chosen) => void;
}

function OfPurpose({ purpose, allowed, basis, error, onChange }: OfPurposeProps) {
  const id = useId();
  return (
    <div className="form-field">
      <label htmlFor={id}>{wordOf(purposeWords, purpose)}</label>
      <select
        id={id}
        className="basis"
        value={basis}
        aria-invalid={error !== undefined}
        aria-describedby={error === undefined ? undefined : `${id}-note`}
        onChange={(event) => onChange(allowed.find((one) => one === event.target.value) ?? 'not-chosen')}
      >
        <option value="not-chosen">{t('settings.basis-none')}</option>
        {allowed.map((one) => (
          <option key={one} value={one}>
            {wordOf(basisWords, one)}
          </option>
        ))}
      </select>
      {error !== undefined && (
        <p id={`${id}-note`} className="small field-error">
          {error}
        </p>
      )}
    </div>
  );
}
