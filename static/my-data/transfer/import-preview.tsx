import Button from '@atlaskit/button/new';
import { useId, useMemo, useState } from 'react';
import { dayOf, formatInstant } from '../../shared/dates';
import { useViewer, type Viewer } from '../../shared/viewer';
import { Lines } from './import-progress';
import { entriesWords, newWords, refusalLines } from './import-words';
import { planImport, type ImportPlan } from './plan-import';
import type { Prepared } from './prepare-import';
import { believed, type WorkItemsHere } from './work-items-here';

interface ImportPreviewProps {
  prepared: Prepared;
  onImport: (plan: ImportPlan) => void;
  onClose: () => void;
}

/** What is in the file, and what would come of it; nothing is changed yet. */
export function ImportPreview({ prepared, onImport, onClose }: ImportPreviewProps) {
  const viewer = useViewer();
  const [believes, setBelieves] = useState(false);
  const plan = useMemo(() => planOf(prepared, viewer, believes), [prepared, viewer, believes]);
  const { file, name, workItems } = prepared;
  const { locale } = viewer;
  return (
    <div className="card stack">
      <div className="stack-tight">
        <h3 className="title-xsmall file-name">{name}</h3>
        <p className="quiet">
          {entriesWords(file.entries.length + file.malformed, locale)}, exported on{' '}
          {formatInstant(file.exportedAt, viewer)}
          {file.site === viewer.siteUrl ? '' : ' on another site: work items are found by their key'}
        </p>
      </div>
      <div className="stack-tight">
        <p>
          <strong>{newWords(plan, viewer)}</strong>
        </p>
        {plan.present > 0 && <p>{entriesWords(plan.present, locale)} of the file you have here already.</p>}
        <Refused plan={plan} locale={locale} />
      </div>
      {workItems.doubtful.length > 0 && (
        <Doubtful {...workItems} believes={believes} onBelieve={setBelieves} />
      )}
      <div className="row">
        {plan.rows.length > 0 && (
          <Button appearance="primary" onClick={() => onImport(plan)}>
            {`Import ${entriesWords(plan.rows.length, locale)}`}
          </Button>
        )}
        <Button appearance="subtle" onClick={onClose}>
          {plan.rows.length > 0 ? 'Cancel' : 'Close'}
        </Button>
      </div>
    </div>
  );
}

function planOf({ workItems, ...given }: Prepared, { timeZone }: Viewer, believes: boolean) {
  const today = dayOf(new Date(given.rules.now), timeZone);
  return planImport({ ...given, today, workItems: believes ? believed(workItems) : workItems });
}

function Refused({ plan, locale }: { plan: ImportPlan; locale: string }) {
  const lines = refusalLines(plan.refused, locale);
  if (lines.length === 0) return null;
  return (
    <>
      <p>These cannot be imported:</p>
      <Lines lines={lines} />
    </>
  );
}

const MOST_SHOWN = 20;

interface DoubtfulProps extends Pick<WorkItemsHere, 'doubtful'> {
  believes: boolean;
  onBelieve: (believes: boolean) => void;
}

/** Work items of another site whose key is taken here by one with another title: only the person knows. */
function Doubtful({ doubtful, believes, onBelieve }: DoubtfulProps) {
  const id = useId();
  const more = doubtful.length - MOST_SHOWN;
  return (
    <fieldset className="stack-tight">
      <legend>These keys are here, with other titles. Are they the same work items?</legend>
      <ul className="points">
        {doubtful.slice(0, MOST_SHOWN).map(({ there, here }) => (
          <li key={there.id}>
            {here.key}: <bdi>{here.summary}</bdi>, in the file <bdi>{there.title}</bdi>
          </li>
        ))}
        {more > 0 && <li>{`and ${more} more`}</li>}
      </ul>
      <label className="row" htmlFor={id}>
        <input
          id={id}
          type="checkbox"
          checked={believes}
          onChange={({ target }) => onBelieve(target.checked)}
        />
        They are the same: import their entries, too
      </label>
    </fieldset>
  );
}
