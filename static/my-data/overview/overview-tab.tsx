import type { Overview, MarkerLeft, Reported } from '../../../src/contract';
import { t } from '../../shared/words/words';
import { AccessNotes } from './access-notes';
import { AnnouncedSection } from './announced-section';
import { HeldSection } from './held-section';
import { NothingHeld } from './nothing-held';
import { RestrictionSection } from './restriction-section';
import { YearSection } from './year-section';
import { useViewer } from '../../shared/viewer';
import { markerWords } from './marker-words';
import { reportedWords } from '../../shared/reported-words';

interface OverviewTabProps {
  overview: Overview;
  reload: () => void;
  toNotice: () => void;
}

export function OverviewTab({ overview, reload, toNotice }: OverviewTabProps) {
  const held = overview.dataSets;
  const announced = overview.announced && <AnnouncedSection announced={overview.announced} />;
  if (held.length === 0)
    return (
      <div className="sections">
        {overview.erasing === undefined ? (
          <NothingHeld marker={overview.marker} toNotice={toNotice} />
        ) : (
          <p>{t('my-data.no-longer-visible')}</p>
        )}
        {announced}
      </div>
    );
  const entries = held.find(({ name }) => name === 'time-entry')?.records;
  return (
    <div className="sections">
      {entries !== undefined && <YearSection entries={entries} />}
      <HeldSection dataSets={held} />
      {overview.erasing === undefined && (
        <RestrictionSection restriction={overview.restriction} onChanged={reload} />
      )}
      {overview.reported && <ReportedSection reported={overview.reported} />}
      {announced}
      {overview.marker && <MarkerSection marker={overview.marker} />}
      <AccessNotes overview={overview} />
    </div>
  );
}

/** That there was an erasure before this person came back. */
function MarkerSection({ marker }: { marker: MarkerLeft }) {
  return (
    <section className="stack-tight" aria-labelledby="marker-title">
      <h2 className="title-small" id="marker-title">
        {t('my-data.marker-title')}
      </h2>
      <p>{markerWords(marker, useViewer())}</p>
    </section>
  );
}

/** What Atlassian was told, and what follows from its answer. */
function ReportedSection({ reported }: { reported: Reported }) {
  return (
    <section className="stack-tight" aria-labelledby="reported-title">
      <h2 className="title-small" id="reported-title">
        {t('my-data.reported-title')}
      </h2>
      <p>{reportedWords(reported, 'your', useViewer())}</p>
      <p className="quiet">{t('my-data.reported-about')}</p>
    </section>
  );
}
