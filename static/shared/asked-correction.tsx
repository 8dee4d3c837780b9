import type { AskedCorrection, RequestStatus } from '../../src/contract';
import { timeWords } from './correction-words';
import { IssueCell } from './entries/issue-cell';
import { lookUpIssues } from './issues';
import { useLookUp } from './use-look-up';
import { useViewer } from './viewer';
import { rich, t } from './words/words';

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
      <dt>{t(status === 'open' ? 'requests.entry-says' : 'requests.entry-says-now')}</dt>
      <dd>
        {present
          ? rich('requests.entry-on', {
              time: timeWords(present, viewer),
              workItem: <IssueCell id={present.issueId} found={issues.get(present.issueId)} />,
            })
          : t('requests.entry-gone')}
      </dd>
      <dt>{t('requests.asked-for')}</dt>
      <dd>{timeWords(correction, viewer)}</dd>
    </>
  );
}
