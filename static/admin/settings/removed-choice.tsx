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
        hint="0 to 365 days after Jira reports that they were removed. With 0, the app erases their data only when Atlassian closes the account. Until then nobody uses their data. This erasure needs no approval. If they or an administrator restricted the data, the app does not erase it."
        {...props}
      />
    </fieldset>
  );
}
