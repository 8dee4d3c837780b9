import { useEffect, useId, useRef } from 'react';
import { periodOf, periodWords } from '../../shared/period';
import { t } from '../../shared/words/words';
import { wholeNumber } from './whole-number';

interface NumberFieldProps {
  label: string;
  unit: string;
  hint: string;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

/** A number of days with its hint and its message; whole years are said as years beside it. */
export const DaysField = (props: Omit<NumberFieldProps, 'unit'>) => (
  <NumberField {...props} unit={unitOf(wholeNumber(props.value))} />
);

const unitOf = (days: number): string =>
  periodOf(days).unit === 'years'
    ? t('settings.days-as-period', { period: periodWords(days) })
    : t('settings.days');

/** A number with its hint and its message; a new message takes the focus to the field. */
export function NumberField({ label, unit, hint, value, error, onChange }: NumberFieldProps) {
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (error !== undefined) box.current?.focus();
  }, [error]);
  return (
    <div className="form-field">
      <label htmlFor={id}>{label}</label>
      <span className="row">
        <input
          id={id}
          ref={box}
          // A field of the type `number` gives '' where letters stand in it, which reads as 0.
          inputMode="numeric"
          autoComplete="off"
          value={value}
          aria-invalid={error !== undefined}
          aria-describedby={`${id}-note`}
          onChange={(event) => onChange(event.target.value)}
        />
        {unit}
      </span>
      <p id={`${id}-note`} className={error === undefined ? 'small quiet' : 'small field-error'}>
        {error ?? hint}
      </p>
    </div>
  );
}
