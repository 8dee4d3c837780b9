import type { AccountId, PersonRow, ReportingView } from '../../../src/contract';
import { call } from '../../shared/call';
import { useLoaded } from '../../shared/use-loaded';
import { LoadState } from '../load-state';
import { TabSection } from '../tab-section';
import type { PersonTask } from '../person/person-task';
import { CyclesChart } from './cycles-chart';
import { RemovedPeople } from './removed-people';
import { ReportNow } from './report-now';
import { ReportingFigures } from './reporting-figures';
import { ReportingMessage } from './reporting-message';
import './reporting.css';

interface ReportingTabProps {
  onOpen: (row: PersonRow, task: PersonTask) => void;
  /** People about whom nothing is kept any more since the page was opened. */
  gone: ReadonlySet<AccountId>;
  /** The person whose page was just left. */
  returnTo: AccountId | undefined;
}

const loadReporting = (): ReturnType<typeof call<'getReporting'>> => call('getReporting', {});

/** What Atlassian is told, and what it answers. */
export default function ReportingTab({ onOpen, gone, returnTo }: ReportingTabProps) {
  const loaded = useLoaded<ReportingView>(loadReporting);
  const { value, reload } = loaded;
  return (
    <TabSection
      id="reporting-title"
      title="Reporting to Atlassian"
      intro="Once a cycle the app tells Atlassian which account IDs it holds, and Atlassian says which accounts are closed or have changed. Closed accounts are erased at once. All of it happens by itself."
    >
      <LoadState loaded={loaded} what="how reporting stands" />
      {value && (
        <div className="reporting">
          <ReportingMessage view={value} />
          {value.people > 0 && <ReportNow view={value} onReported={reload} />}
          <ReportingFigures view={value} />
          <CyclesChart cycles={value.cycles} />
          <RemovedPeople gone={gone} onOpen={onOpen} returnTo={returnTo} />
        </div>
      )}
    </TabSection>
  );
}
