import type { Overview } from '../../../src/contract';
import { AccessNotes } from './access-notes';
import { HeldSection } from './held-section';
import { MarkerSection } from './marker-section';
import { NothingHeld } from './nothing-held';
import { ReportedSection } from './reported-section';
import { RestrictionSection } from './restriction-section';
import { YearSection } from './year-section';

interface OverviewTabProps {
  overview: Overview;
  reload: () => void;
  toNotice: () => void;
}

export function OverviewTab({ overview, reload, toNotice }: OverviewTabProps) {
  const held = overview.dataSets;
  if (held.length === 0 && overview.erasing === undefined)
    return <NothingHeld marker={overview.marker} toNotice={toNotice} />;
  if (held.length === 0)
    return <p>Your data can no longer be read. The progress of the deletion is shown above.</p>;
  const entries = held.find(({ name }) => name === 'time-entry')?.records;
  return (
    <div className="sections">
      {entries !== undefined && <YearSection entries={entries} />}
      <HeldSection dataSets={held} />
      {overview.erasing === undefined && (
        <RestrictionSection restriction={overview.restriction} onChanged={reload} />
      )}
      {overview.reported && <ReportedSection reported={overview.reported} />}
      {overview.marker && <MarkerSection marker={overview.marker} />}
      <AccessNotes overview={overview} />
    </div>
  );
}
