import type { Overview } from '../../../src/contract';
import { AccessNotes } from './access-notes';
import { DataSetCard } from './data-set-card';
import { MarkerSection } from './marker-section';
import { NothingHeld } from './nothing-held';
import { ReportedSection } from './reported-section';
import { RestrictionSection } from './restriction-section';

interface OverviewTabProps {
  overview: Overview;
  reload: () => void;
  toNotice: () => void;
}

export function OverviewTab({ overview, reload, toNotice }: OverviewTabProps) {
  const held = overview.dataSets.filter((dataSet) => dataSet.records > 0);
  if (held.length === 0 && overview.erasing === undefined)
    return <NothingHeld marker={overview.marker} toNotice={toNotice} />;
  if (held.length === 0)
    return <p>Nothing of it can be read any more. How far the deletion is stands above.</p>;
  return (
    <div className="sections">
      <section className="stack" aria-labelledby="held-title">
        <h2 className="title-small" id="held-title">
          What is kept, and why
        </h2>
        <ul className="cards">
          {held.map((dataSet) => (
            <DataSetCard key={dataSet.name} dataSet={dataSet} />
          ))}
        </ul>
      </section>
      {overview.erasing === undefined && (
        <RestrictionSection restriction={overview.restriction} onChanged={reload} />
      )}
      {overview.reported && <ReportedSection reported={overview.reported} />}
      {overview.marker && <MarkerSection marker={overview.marker} />}
      <AccessNotes overview={overview} />
    </div>
  );
}
