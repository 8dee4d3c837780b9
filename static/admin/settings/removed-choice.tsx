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
        hint="0 to 365 days after Jira said so. With 0, the app erases them only once Atlassian says that the account is closed. Until then nobody uses their data. This erasure needs no approval, but a restriction that they or an administrator set holds it off."
        {...props}
      />
    </fieldset>
  );
}
