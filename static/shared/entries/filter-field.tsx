import { useId, type InputHTMLAttributes } from 'react';
import { useUnread } from '../use-unread';

interface FilterFieldProps extends Pick<InputHTMLAttributes<HTMLInputElement>, 'min' | 'max' | 'required'> {
  label: string;
  type: 'date' | 'text';
  value: string;
  onChange: (value: string) => void;
  problem?: string | undefined;
}

/** A field by which a list is narrowed down. An incomplete date is called wrong below it, and keeps its form from being sent. */
export function FilterField({ label, onChange, problem, ...input }: FilterFieldProps) {
  const id = useId();
  const { unread, watch } = useUnread(input.value);
  const said = problem ?? unread;
  return (
    <div className="filter-field">
      <label htmlFor={id}>{label}</label>
      <input
        {...input}
        id={id}
        autoComplete="off"
        aria-invalid={said !== undefined}
        aria-describedby={`${id}-problem`}
        onChange={(event) => onChange(event.target.value)}
        {...watch}
      />
      <p className="small filter-problem" id={`${id}-problem`} role="alert">
        {said}
      </p>
    </div>
  );
}
