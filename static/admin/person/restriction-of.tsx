import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { OfPerson, Restriction } from '../../../src/contract';
import { call } from '../../shared/call';
import { formatInstantDay } from '../../shared/dates';
import { FailureMessage } from '../../shared/failure-message';
import { useAction } from '../../shared/use-action';
import { useViewer } from '../../shared/viewer';

interface RestrictionOfProps {
  of: OfPerson;
  restriction: Restriction | undefined;
  onChanged: () => void;
}

const byWords: Record<Restriction['by'], string> = {
  person: 'by the person',
  administrator: 'by an administrator',
  atlassian: 'after Atlassian said that the person was removed from the site',
  webhook: 'on the word of a system of your organisation, which announced it through the webhook',
};

const failed =
  'We could not tell whether the restriction was changed. Go back to the list to see how it stands, then try again.';

/** Restricting the use of someone else's data (GDPR art. 18), and lifting that, for the reason that was given. */
export function RestrictionOf({ of, restriction, onChanged }: RestrictionOfProps) {
  const [changed, setChanged] = useState<{ restriction: Restriction | null }>();
  const { busy, failure, run } = useAction();
  const present = changed ? (changed.restriction ?? undefined) : restriction;
  const change = async (restricted: boolean) => {
    const wanted = { ...of, restricted };
    const answer = await run(() => call('setRestrictionOf', wanted, failed));
    if (!answer) return;
    setChanged(answer);
    onChanged();
  };
  return (
    <section className="card stack-tight" aria-labelledby="restriction-title">
      <h3 className="title-small" id="restriction-title">
        Restriction
      </h3>
      <p role="status">
        <RestrictionWords restriction={present} />
      </p>
      {failure && <FailureMessage failure={failure} />}
      <div className="row">
        <Button isLoading={busy} onClick={() => void change(present === undefined)}>
          {present ? 'Lift the restriction' : 'Restrict use'}
        </Button>
        {present && cameOfAHint(present) && (
          <Button isDisabled={busy} onClick={() => void change(true)}>
            Keep until it is lifted
          </Button>
        )}
      </div>
    </section>
  );
}

/** Such a restriction holds nothing: what is kept may still go when its time is over. */
const cameOfAHint = ({ by }: Restriction): boolean => by === 'atlassian' || by === 'webhook';

function RestrictionWords({ restriction }: { restriction: Restriction | undefined }) {
  const viewer = useViewer();
  if (!restriction) {
    return 'Not restricted. A restriction keeps the data, also when its time is over, and stops its use: nothing new can be logged about the person, and nobody looks into it. The person still sees, exports and erases everything, and sees that an administrator restricted it, with the day and the reason.';
  }
  const by = restriction.by === 'person' ? ' Lift it only when the person asked you to.' : '';
  const kept = cameOfAHint(restriction)
    ? ' It is still deleted when its time is over. If you need it, for example for a legal claim, have it kept.'
    : ' It is kept, also when its time is over, until the restriction is lifted; only Atlassian’s word that the account is closed, and an erasure that somebody asks for, delete it.';
  return `Restricted since ${formatInstantDay(restriction.since, viewer)}, ${byWords[restriction.by]}. The data is not used.${kept}${by}`;
}
