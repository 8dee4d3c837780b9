import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { OfPerson, Restriction } from '../../../src/contract';
import { call } from '../../shared/call';
import { FailureMessage } from '../../shared/failure-message';
import { useAction } from '../../shared/use-action';
import { useViewer } from '../../shared/viewer';
import { keepWords, liftWords, restrictionWords } from './restriction-words';

interface RestrictionOfProps {
  of: OfPerson;
  restriction: Restriction | undefined;
  onChanged: () => void;
}

const failed =
  'We could not tell whether the restriction was changed. Go back to the list to see how it stands, then try again.';

/** Restricting the use of someone else's data (GDPR art. 18), and lifting that, for the reason that was given. */
export function RestrictionOf({ of, restriction, onChanged }: RestrictionOfProps) {
  const [changed, setChanged] = useState<{ restriction: Restriction | null }>();
  const viewer = useViewer();
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
      <p role="status">{restrictionWords(present, viewer)}</p>
      {failure && <FailureMessage failure={failure} />}
      <div className="row">
        <Button isLoading={busy} onClick={() => void change(present === undefined)}>
          {present ? liftWords(present, of.reason) : 'Restrict use'}
        </Button>
        {present && keepWords[present.by] !== undefined && (
          <Button isDisabled={busy} onClick={() => void change(true)}>
            {keepWords[present.by]}
          </Button>
        )}
      </div>
    </section>
  );
}
