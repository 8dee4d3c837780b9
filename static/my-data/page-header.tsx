import Button from '@atlaskit/button/new';
import type { Overview } from '../../src/contract';
import { formatDays } from '../shared/dates';
import { formatDuration } from '../shared/duration';
import { useViewer } from '../shared/viewer';
import { t } from '../shared/words/words';

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
      {(held || overview.marker || overview.announced) && (
        <div className="row" role="group" aria-label={t('my-data.your-data')}>
          <Button appearance="primary" isLoading={exporting} onClick={onExport}>
            {t('my-data.export')}
          </Button>
          {held && (
            <Button isDisabled={overview.erasing !== undefined} onClick={onErase}>
              {t('my-data.delete-everything')}
            </Button>
          )}
        </div>
      )}
    </header>
  );
}

export const PageTitle = () => <h2 className="title-medium">{t('my-data.title')}</h2>;

function HeldWords({ overview }: { overview: Overview }) {
  const viewer = useViewer();
  if (overview.dataSets.length === 0) return t('my-data.about-none');
  const entries = overview.dataSets.find(({ name }) => name === 'time-entry');
  if (!entries) return t('my-data.no-entries');
  const { time } = overview;
  const counted = { count: entries.records, more: entries.more ? 'yes' : 'no' };
  if (!time) return t('my-data.entries-held', counted);
  return t('my-data.time-held', {
    ...counted,
    time: formatDuration(time.seconds, viewer.locale),
    days: formatDays(time.firstOn, time.lastOn, viewer),
  });
}
