import type { AskedCorrection, RequestStatus } from '../../src/contract';
import { timeWords } from './correction-words';
import { IssueCell } from './entries/issue-cell';
import { lookUpIssues } from './issues';
import { useLookUp } from './use-look-up';
import { useViewer } from './viewer';

interface AskedCorrectionFactsProps {
  correction: AskedCorrection;
  status: RequestStatus;
}

/** The entry as it stands and what is right, as two facts of a list. */
export function AskedCorrectionFacts({ correction, status }: AskedCorrectionFactsProps) {
  const viewer = useViewer();
  const { present } = correction;
  const issueIds = present ? [present.issueId] : [];
  const issues = useLookUp(lookUpIssues, issueIds);
  return (
    <>
      <dt>{status === 'open' ? 'The entry says' : 'The entry says now'}</dt>
      <dd>
        {present ? (
          <>
            {timeWords(present, viewer)},{' '}
            <IssueCell id={present.issueId} found={issues.get(present.issueId)} />
          </>
        ) : (
          'It is not there any more'
        )}
      </dd>
      <dt>Asked for</dt>
      <dd>{timeWords(correction, viewer)}</dd>
    </>
  );
}
