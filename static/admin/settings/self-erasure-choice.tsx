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
    says: 'It makes a request, which you approve or decline with a reason, for example where records of working time have to be kept by law. People can delete an entry within 24 hours of logging it, to correct a slip; older ones only you delete. No approval is asked for when an entry’s period is over, when somebody was removed from the site (by the days below), or when Atlassian says that an account is closed, which always erases.',
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
