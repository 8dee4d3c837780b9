import Button from '@atlaskit/button/new';
import { useId, useMemo, useState } from 'react';
import { dayOf, formatInstant } from '../../shared/dates';
import { useViewer, type Viewer } from '../../shared/viewer';
import { rich, t } from '../../shared/words/words';
import { Lines } from './import-progress';
import { newWords, refusalLines } from './import-words';
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
  return (
    <div className="card stack">
      <div className="stack-tight">
        <h3 className="title-xsmall file-name">
          <bdi>{name}</bdi>
        </h3>
        <p className="quiet">
          {t(file.site === viewer.siteUrl ? 'transfer.file' : 'transfer.file-elsewhere', {
            count: file.entries.length + file.malformed,
            moment: formatInstant(file.exportedAt, viewer),
          })}
        </p>
      </div>
      <div className="stack-tight">
        <p>
          <strong>{newWords(plan, viewer)}</strong>
        </p>
        {plan.present > 0 && <p>{t('transfer.present', { count: plan.present })}</p>}
        <Refused plan={plan} />
      </div>
      {workItems.doubtful.length > 0 && (
        <Doubtful {...workItems} believes={believes} onBelieve={setBelieves} />
      )}
      <div className="row">
        {plan.rows.length > 0 && (
          <Button appearance="primary" onClick={() => onImport(plan)}>
            {t('transfer.import', { count: plan.rows.length })}
          </Button>
        )}
        <Button appearance="subtle" onClick={onClose}>
          {t(plan.rows.length > 0 ? 'common.cancel' : 'common.close')}
        </Button>
      </div>
    </div>
  );
}

function planOf({ workItems, ...given }: Prepared, { timeZone }: Viewer, believes: boolean) {
  const today = dayOf(new Date(given.rules.now), timeZone);
  return planImport({ ...given, today, workItems: believes ? believed(workItems) : workItems });
}

function Refused({ plan }: { plan: ImportPlan }) {
  const lines = refusalLines(plan.refused);
  if (lines.length === 0) return null;
  return (
    <>
      <p>{t('transfer.not-importable')}</p>
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
      <legend>{t('transfer.doubtful')}</legend>
      <ul className="points">
        {doubtful.slice(0, MOST_SHOWN).map(({ there, here }) => (
          <li key={there.id}>
            {rich('transfer.doubtful-pair', {
              key: here.key,
              here: <bdi>{here.summary}</bdi>,
              there: <bdi>{there.title}</bdi>,
            })}
          </li>
        ))}
        {more > 0 && <li>{t('transfer.doubtful-more', { count: more })}</li>}
      </ul>
      <label className="row" htmlFor={id}>
        <input
          id={id}
          type="checkbox"
          checked={believes}
          onChange={({ target }) => onBelieve(target.checked)}
        />
        {t('transfer.believe')}
      </label>
    </fieldset>
  );
}
