import { useCallback } from 'react';
import type { AccountId, RemovedPerson } from '../../../src/contract';
import { call } from '../../shared/call';
import { formatInstantDay } from '../../shared/dates';
import { FailureMessage } from '../../shared/failure-message';
import { Message } from '../../shared/message';
import { reportedWords } from '../../shared/reported-words';
import { useLoaded } from '../../shared/use-loaded';
import { useViewer } from '../../shared/viewer';
import { t } from '../../shared/words/words';
import { Loading } from '../../shared/loading';
import { erasedWords } from '../removed-words';

/** What Atlassian was told of a person, and whether Jira said that they were removed from the site. */
export function PersonReporting({ accountId }: { accountId: AccountId }) {
  const viewer = useViewer();
  const load = useCallback(() => call('getReportingOf', { accountId }), [accountId]);
  const { value, failure, reload } = useLoaded(load);
  if (failure) return <FailureMessage failure={failure} onRetry={reload} />;
  if (!value) return <Loading words={t('person.loading-reporting')} />;
  return (
    <>
      {value.reported && <p className="quiet readable">{reportedWords(value.reported, 'the', viewer)}</p>}
      {value.removed && <RemovedMessage removed={value.removed} />}
    </>
  );
}

function RemovedMessage({ removed }: { removed: RemovedPerson }) {
  const viewer = useViewer();
  const since = formatInstantDay(removed.removedAt, viewer);
  return (
    <Message tone="warning" title={t('person.removed-title', { day: since })}>
      {t('person.removed', { next: erasedWords(removed, viewer) })}
    </Message>
  );
}
