import type { AccountId, PersonRow, ReportingView } from '../../../src/contract';
import { call } from '../../shared/call';
import { useLoaded } from '../../shared/use-loaded';
import { t } from '../../shared/words/words';
import { LoadState } from '../load-state';
import { TabSection } from '../tab-section';
import type { PersonTask } from '../person/person-task';
import { CyclesChart } from './cycles-chart';
import { RemovedPeople } from './removed-people';
import { ReportNow } from './report-now';
import { ReportingFigures } from './reporting-figures';
import { Message } from '../../shared/message';
import { useViewer } from '../../shared/viewer';
import { standingOf } from './standing';
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
    <TabSection id="reporting-title" title={t('reporting.title')} intro={t('reporting.about')}>
      <LoadState loaded={loaded} words={t('reporting.loading')} />
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

/** How it stands: all well, or what failed, and what happens next. */
function ReportingMessage({ view }: { view: ReportingView }) {
  const { tone, title, text } = standingOf(view, useViewer());
  return (
    <Message tone={tone} title={title}>
      {text}
    </Message>
  );
}
