import { useId, useState, type ReactNode, type SyntheticEvent } from 'react';
import './file-choice.css';
import { rich, t } from './words/words';

export interface FileChoiceProps {
  label: string;
  accept: string;
  disabled?: boolean;
  multiple?: boolean;
  onChosen: (files: File[]) => void;
}

/**
 * A field for files. The browser labels its own button in the browser's language, so that one lies invisible over ours. The
 * keyboard, a drop and screen readers still use the browser's.
 */
export function FileChoice({ label, accept, disabled = false, multiple = false, onChosen }: FileChoiceProps) {
  const id = useId();
  const [names, setNames] = useState<string[]>([]);
  return (
    <div className="stack-tight">
      <label htmlFor={id}>{label}</label>
      <div className="file-choice">
        <span className="file-opener">
          <input
            id={id}
            type="file"
            title=""
            accept={accept}
            disabled={disabled}
            multiple={multiple}
            aria-describedby={`${id}-chosen`}
            onClick={forget}
            onDrop={forget}
            onChange={({ target }) => {
              const files = [...(target.files ?? [])];
              setNames(files.map(({ name }) => name));
              onChosen(files);
            }}
          />
          <span className="file-button" aria-hidden="true">
            {t(multiple ? 'common.choose-files' : 'common.choose-file')}
          </span>
        </span>
        <span className="file-name" id={`${id}-chosen`}>
          {chosenWords(names)}
        </span>
      </div>
    </div>
  );
}

/** Without this, choosing the same file again would be no change. The name stays shown until another file is chosen. */
function forget({ currentTarget }: SyntheticEvent<HTMLInputElement>): void {
  currentTarget.value = '';
}

function chosenWords([name, ...more]: readonly string[]): ReactNode {
  if (name === undefined) return t('common.no-file-chosen');
  if (more.length > 0) return t('common.files-chosen', { count: more.length + 1 });
  return rich('common.file-chosen', { name: <bdi>{name}</bdi> });
}
