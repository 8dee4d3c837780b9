import { useEffect, useId, useRef, type InputHTMLAttributes } from 'react';
import { useUnread } from '../shared/use-unread';
import './form-field.css';

interface DateFieldProps extends Pick<InputHTMLAttributes<HTMLInputElement>, 'min' | 'max' | 'required'> {
  label: string;
  /** Below the field while nothing is wrong with it. */
  note?: string;
  value: string;
  /** Why the app refused the value that was sent; the field takes the focus then. */
  error?: string | undefined;
  type?: 'date' | 'datetime-local';
  /** Below the field if the date is incomplete. */
  unreadWords?: string;
  onChange: (value: string) => void;
}

/** A date in a form of the administration. An incomplete or missing date is called wrong below the field, like a refused one. */
export function DateField({
  label,
  note,
  error,
  type = 'date',
  unreadWords,
  onChange,
  ...input
}: DateFieldProps) {
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  const { unread, watch } = useUnread(input.value, unreadWords);
  const wrong = unread ?? error;
  useEffect(() => {
    if (error !== undefined) box.current?.focus();
  }, [error]);
  return (
    <div className="form-field">
      <label htmlFor={id}>{label}</label>
      <input
        {...input}
        id={id}
        ref={box}
        type={type}
        aria-invalid={wrong !== undefined}
        aria-describedby={`${id}-note`}
        onChange={(event) => onChange(event.target.value)}
        {...watch}
      />
      <p id={`${id}-note`} className={wrong === undefined ? 'small quiet' : 'small field-error'}>
        {wrong ?? note}
      </p>
    </div>
  );
}
