import Button from '@atlaskit/button/new';
import type { Restriction } from '../../../src/contract';
import { call } from '../../shared/call';
import { formatInstantDay } from '../../shared/dates';
import { FailureMessage } from '../../shared/failure-message';
import { useAction } from '../../shared/use-action';
import { useViewer } from '../../shared/viewer';

interface RestrictionSectionProps {
  restriction: Restriction | undefined;
  onChanged: () => void;
}

/** Restricting the use of one's data (GDPR art. 18), with what it means. */
export function RestrictionSection({ restriction, onChanged }: RestrictionSectionProps) {
  const { busy, failure, run } = useAction();
  const change = async () => {
    const restricted = restriction === undefined;
    if (await run(() => call('setRestriction', { restricted }, failed))) onChanged();
  };
  return (
    <section className="stack-tight" aria-labelledby="restriction-title">
      <h2 className="title-small" id="restriction-title">
        Restrict the use of your data
      </h2>
      <p role="status">
        <RestrictionWords restriction={restriction} />
      </p>
      {failure && <FailureMessage failure={failure} />}
      {restriction?.by === 'administrator' || restriction?.by === 'webhook' ? (
        <p>An administrator has to lift it. Ask them if you think that it should end.</p>
      ) : (
        <div>
          <Button isLoading={busy} onClick={() => void change()}>
            {restriction ? 'Lift the restriction' : 'Restrict use'}
          </Button>
        </div>
      )}
    </section>
  );
}

const RESTRICTED_BY: Record<Restriction['by'], string> = {
  person: 'by you',
  administrator: 'by an administrator',
  atlassian: 'because Jira said that you were removed from this site',
  webhook:
    'because a system of your organisation said that your account was closed, or that you asked for an erasure',
};

function RestrictionWords({ restriction }: { restriction: Restriction | undefined }) {
  const viewer = useViewer();
  if (!restriction) {
    return 'While you look into something, you can have your data kept but not used: nothing new can be logged about you until you lift it, and nothing is deleted because its time is over. You can still see, export and delete everything.';
  }
  const since = formatInstantDay(restriction.since, viewer);
  return `Restricted since ${since}, ${RESTRICTED_BY[restriction.by]}. Your data is kept but not used, and nothing new can be logged about you.${heldWords(restriction)} You can still see, export and delete everything.`;
}

/** A restriction that somebody chose also stops what would be deleted by itself. */
const heldWords = ({ by }: Restriction): string =>
  by === 'person' || by === 'administrator'
    ? ' While it stands, nothing is deleted because its time is over.'
    : '';

const failed =
  'We could not tell whether the restriction was changed. Reload the page to see how it stands, then try again.';
