import { DaysField } from './days-field';

interface RemovedChoiceProps {
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

/** When people are erased who were removed from the site. */
export function RemovedChoice(props: RemovedChoiceProps) {
  return (
    <fieldset className="stack">
      <legend className="title-xsmall">People who were removed from the site</legend>
      <DaysField
        label="Erased after"
        hint="0 to 365 days after Jira said so. With 0 they are never erased by days, but only once Atlassian says that the account is closed, which always erases. Until then their data is not used. No approval is asked for; a restriction that they or an administrator set holds it off."
        {...props}
      />
    </fieldset>
  );
}
