import Button from '@atlaskit/button/new';
import type { Overview } from '../../src/contract';
import { recordsWords } from '../shared/count-words';
import { formatDays } from '../shared/dates';
import { formatDuration } from '../shared/duration';
import { useViewer } from '../shared/viewer';

interface PageHeaderProps {
  overview: Overview;
  exporting: boolean;
  onExport: () => void;
  onErase: () => void;
}

/** What is held in one sentence, and the two things people come for. */
export function PageHeader({ overview, exporting, onExport, onErase }: PageHeaderProps) {
  const held = overview.dataSets.length > 0;
  return (
    <header className="page-header">
      <div className="stack-tight">
        <PageTitle />
        <p className="held-words">
          <HeldWords overview={overview} />
        </p>
      </div>
      {(held || overview.marker) && (
        <div className="row" role="group" aria-label="Your data">
          <Button
            appearance="primary"
            isDisabled={exporting || overview.erasing !== undefined}
            onClick={onExport}
          >
            Export my data
          </Button>
          {held && (
            <Button isDisabled={overview.erasing !== undefined} onClick={onErase}>
              Delete everything
            </Button>
          )}
        </div>
      )}
    </header>
  );
}

export const PageTitle = () => <h2 className="title-medium">What this app keeps about you</h2>;

function HeldWords({ overview }: { overview: Overview }) {
  const viewer = useViewer();
  if (overview.dataSets.length === 0)
    return 'Your data in Privacy Center for Jira: see it, export it, delete it.';
  const entries = overview.dataSets.find(({ name }) => name === 'time-entry');
  if (!entries) return 'No time entries. What the app needs to run is still kept.';
  const { time } = overview;
  return [
    recordsWords(entries, viewer.locale, { one: 'time entry', many: 'time entries' }),
    ...(time
      ? [formatDuration(time.seconds, viewer.locale), formatDays(time.firstOn, time.lastOn, viewer)]
      : []),
  ].join(', ');
}
