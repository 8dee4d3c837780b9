import { useCallback, useMemo } from 'react';
import type { Dashboard } from '../../src/contract';
import { call } from '../shared/call';
import { formatDay } from '../shared/dates';
import { FailureMessage } from '../shared/failure-message';
import { Message } from '../shared/message';
import { lookUpPeople, personLabel } from '../shared/people';
import { useLoaded } from '../shared/use-loaded';
import { useLookUp } from '../shared/use-look-up';
import { useViewer } from '../shared/viewer';
import './link-button.css';
import type { OpenPersonPage } from './person/use-opened';
import { useOpenPerson } from './reporting/use-open-person';
import { t } from '../shared/words/words';

interface HoldsToReviewProps {
  /** They are listed anew whenever it is. */
  dashboard: Dashboard;
  onOpen: OpenPersonPage;
}

const listHolds = async ({ holdsToReview }: Dashboard) =>
  holdsToReview.least > 0 ? call('listHoldsToReview', {}) : { held: [] };

/** Whose data is restricted for a legal duty that somebody is to look at again, each with the way there. */
export function HoldsToReview({ dashboard, onOpen }: HoldsToReviewProps) {
  const viewer = useViewer();
  const load = useCallback(() => listHolds(dashboard), [dashboard]);
  const { value, failure, reload } = useLoaded(load);
  const held = useMemo(() => value?.held ?? [], [value]);
  const found = useLookUp(
    lookUpPeople,
    useMemo(() => held.map(({ accountId }) => accountId), [held]),
  );
  const opening = useOpenPerson((row, task) => onOpen(row, task));
  if (failure) return <FailureMessage failure={failure} onRetry={reload} />;
  if (held.length === 0) return null;
  return (
    <Message tone="warning" title={t('admin.holds-title')}>
      <p>{t('admin.holds-about')}</p>
      {opening.failure && <FailureMessage failure={opening.failure} />}
      <ul className="points">
        {held.map(({ accountId, reviewOn }) => (
          <li key={accountId}>
            <button type="button" className="link-button" onClick={() => opening.open(accountId, 'restrict')}>
              {t('admin.holds-review', { name: personLabel(found.get(accountId), accountId) })}
            </button>{' '}
            <span className="quiet small">
              {t('admin.holds-since', { day: formatDay(reviewOn, viewer) })}
            </span>
          </li>
        ))}
      </ul>
    </Message>
  );
}
