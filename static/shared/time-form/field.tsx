import { useEffect, useId, useRef, type InputHTMLAttributes, type ReactNode } from 'react';

interface FieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange'> {
  name: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  error: string | undefined;
  hint?: ReactNode;
}

/** A labelled input with its hint and its message; a new message takes the focus to the field. */
export function Field({ label, onChange, error, hint, ...input }: FieldProps) {
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (error !== undefined) box.current?.focus();
  }, [error]);
  return (
    <div className="time-field">
      <label htmlFor={id}>{label}</label>
      <input
        {...input}
        ref={box}
        id={id}
        autoComplete="off"
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-note`}
        onChange={(event) => onChange(event.target.value)}
      />
      <div id={`${id}-note`}>
        {error !== undefined && <p className="small field-error">{error}</p>}
        {hint !== undefined && <p className="small quiet">{hint}</p>}
      </div>
    </div>
  );
}
