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
  const change = async () => {
    const wanted = { ...of, restricted: present === undefined };
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
      <div>
        <Button isLoading={busy} onClick={() => void change()}>
          {present ? 'Lift the restriction' : 'Restrict use'}
        </Button>
      </div>
    </section>
  );
}

function RestrictionWords({ restriction }: { restriction: Restriction | undefined }) {
  const viewer = useViewer();
  if (!restriction) {
    return 'Not restricted. A restriction keeps the data and stops its use: nothing new can be logged about the person, and nobody looks into it. The person still sees, exports and erases everything, and sees that an administrator restricted it, with the day and the reason.';
  }
  const by = restriction.by === 'person' ? ' Lift it only when the person asked you to.' : '';
  return `Restricted since ${formatInstantDay(restriction.since, viewer)}, ${byWords[restriction.by]}. The data is kept and not used.${by}`;
}
