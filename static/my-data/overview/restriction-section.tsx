import Button from '@atlaskit/button/new';
import type { Restriction } from '../../../src/contract';
import { call } from '../../shared/call';
import { FailureMessage } from '../../shared/failure-message';
import { sayBriefly } from '../../shared/say-done';
import { useAction } from '../../shared/use-action';
import { useViewer } from '../../shared/viewer';
import { t } from '../../shared/words/words';
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
    if (
      !(await run(() => call('setRestriction', { restricted: !isOwn }, t('my-data.restriction-unanswered'))))
    )
      return;
    sayBriefly('restriction', t(isOwn ? 'my-data.lifted' : 'my-data.restricted'));
    onChanged();
  };
  return (
    <section className="stack-tight" aria-labelledby="restriction-title">
      <h2 className="title-small" id="restriction-title">
        {t('my-data.restrict-title')}
      </h2>
      <p>{restrictionWords(restriction, viewer)}</p>
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
  if (!restriction) return t('my-data.restrict');
  if (!isOwn) return t('my-data.restrict-too');
  return t(restriction.by === 'person' ? 'my-data.lift' : 'my-data.lift-mine');
}
