import Button from '@atlaskit/button/new';
import type { Overview } from '../../src/contract';
import { countOf } from '../shared/count-words';
import { formatInstantDay } from '../shared/dates';
import { useViewer } from '../shared/viewer';

interface PageHeaderProps {
  overview: Overview;
  exporting: boolean;
  onExport: () => void;
  onErase: () => void;
}

/** What is held in one sentence, and the two things people come for. */
export function PageHeader({ overview, exporting, onExport, onErase }: PageHeaderProps) {
  const held = overview.dataSets.some((dataSet) => dataSet.records > 0);
  return (
    <header className="page-header">
      <div className="stack-tight">
        <PageTitle />
        <p className="quiet">
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
  const records = overview.dataSets.reduce((sum, dataSet) => sum + dataSet.records, 0);
  if (records === 0) return 'Your data in Privacy Center for Jira: see it, export it, delete it.';
  const kinds = countOf(overview.dataSets.length, 'kind', 'kinds', viewer.locale);
  const since =
    overview.registeredAt === undefined ? '' : `, since ${formatInstantDay(overview.registeredAt, viewer)}`;
  return `${countOf(records, 'record', 'records', viewer.locale)} of ${kinds}${since}. All of it is shown here.`;
}
