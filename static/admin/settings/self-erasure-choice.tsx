import type { SelfErasureMode } from '../../../src/contract';

interface SelfErasureChoiceProps {
  value: SelfErasureMode;
  onChange: (value: SelfErasureMode) => void;
}

const choices: ReadonlyArray<{ value: SelfErasureMode; label: string; says: string }> = [
  {
    value: 'at-once',
    label: 'At once',
    says: '“Delete everything” on My data begins without asking anyone.',
  },
  {
    value: 'after-approval',
    label: 'After an administrator’s approval',
    says: 'It makes a request, which you approve or decline with a reason, for example where records of working time have to be kept by law. People can still delete single entries, to correct them.',
  },
];

/** How people erase everything about themselves. */
export function SelfErasureChoice({ value, onChange }: SelfErasureChoiceProps) {
  return (
    <fieldset className="stack">
      <legend className="title-xsmall">When people delete everything about themselves</legend>
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
            {choice.label}
          </label>
          <p className="small quiet" id={`self-erasure-${choice.value}`}>
            {choice.says}
          </p>
        </div>
      ))}
    </fieldset>
  );
}
