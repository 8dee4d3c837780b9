import Button from '@atlaskit/button/new';
import type { Restriction } from '../../../src/contract';
import { call } from '../../shared/call';
import { FailureMessage } from '../../shared/failure-message';
import { useAction } from '../../shared/use-action';
import { useViewer } from '../../shared/viewer';
import { ownSince, restrictionWords } from './restriction-words';

interface RestrictionSectionProps {
  restriction: Restriction | undefined;
  onChanged: () => void;
}

/** Restricting the use of one's data (GDPR art. 18), with what it means. */
export function RestrictionSection({ restriction, onChanged }: RestrictionSectionProps) {
  const viewer = useViewer();
  const { busy, failure, run } = useAction();
  const isOwn = restriction !== undefined && ownSince(restriction) !== undefined;
  const change = async () => {
    if (await run(() => call('setRestriction', { restricted: !isOwn }, failed))) onChanged();
  };
  return (
    <section className="stack-tight" aria-labelledby="restriction-title">
      <h2 className="title-small" id="restriction-title">
        Restrict the use of your data
      </h2>
      <p role="status">{restrictionWords(restriction, viewer)}</p>
      {failure && <FailureMessage failure={failure} />}
      <div>
        <Button isLoading={busy} onClick={() => void change()}>
          {buttonWords(restriction, isOwn)}
        </Button>
      </div>
    </section>
  );
}

function buttonWords(restriction: Restriction | undefined, isOwn: boolean): string {
  if (!restriction) return 'Restrict use';
  if (!isOwn) return 'Restrict it myself too';
  return restriction.by === 'person' ? 'Lift the restriction' : 'Lift mine';
}

const failed =
  'We could not tell whether the restriction was changed. Reload the page to see how it stands, then try again.';
