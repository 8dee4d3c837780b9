import type { SelfErasureMode } from '../../../src/contract';
import { t, type Key } from '../../shared/words/words';

interface SelfErasureChoiceProps {
  value: SelfErasureMode;
  onChange: (value: SelfErasureMode) => void;
}

const choices: ReadonlyArray<{ value: SelfErasureMode; label: Key; says: Key }> = [
  {
    value: 'at-once',
    label: 'settings.self-at-once',
    says: 'settings.self-at-once-about',
  },
  {
    value: 'after-approval',
    label: 'settings.self-approved',
    says: 'settings.self-approved-about',
  },
];

/** How people erase everything about themselves. */
export function SelfErasureChoice({ value, onChange }: SelfErasureChoiceProps) {
  return (
    <fieldset className="stack">
      <legend className="title-xsmall">{t('settings.self-title')}</legend>
      {choices.map((choice) => (
        <div key={choice.value}>
          <label className="choice">
            <input
              type="radio"
              name="self-erasure"
              value={choice.value}
              checked={value === choice.value}
              aria-describedby={`self-erasure-${choice.value}`}
              onChange={() => onChange(choice.value)}
            />
            {t(choice.label)}
          </label>
          <p className="small quiet" id={`self-erasure-${choice.value}`}>
            {t(choice.says)}
          </p>
        </div>
      ))}
    </fieldset>
  );
}
