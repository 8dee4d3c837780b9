import { useId } from 'react';
import '../../shared/file-choice.css';

interface FileFieldProps {
  label: string;
  disabled?: boolean;
  multiple?: boolean;
  onChosen: (files: File[]) => void;
}

/** Chooses exports of this app. */
export function FileField({ label, disabled = false, multiple = false, onChosen }: FileFieldProps) {
  const id = useId();
  return (
    <div className="stack-tight">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="file-choice"
        type="file"
        accept=".zip,.json,application/zip,application/json"
        disabled={disabled}
        multiple={multiple}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          // The same file can be chosen again.
          target.value = '';
          onChosen(files);
        }}
      />
    </div>
  );
}
