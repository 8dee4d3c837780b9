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
    says: 'It makes a request, which you approve or decline with a reason: the law may require records of working time, for example. People can delete an entry within 24 hours of logging it, to correct a slip. Only you delete older ones. Deletions need no approval when an entry’s period is over, somebody was removed from the site, or Atlassian says that an account is closed.',
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
