import type { JobView } from '../../../src/contract';
import { formatInstant } from '../dates';
import { Message } from '../message';
import { titledRecords } from '../titled-records';
import { useViewer, type Viewer } from '../viewer';
import { t } from '../words/words';

export interface ErasureEndProps {
  job: JobView;
  /** What data sets are called, by name. */
  titles: ReadonlyMap<string, string>;
  /** What somebody else is called whose data it was. */
  of?: string | undefined;
}

/** The plain statement at the end: what was deleted, and what was looked at to say so. */
export function ErasureEnd({ job, titles, of }: ErasureEndProps) {
  const viewer = useViewer();
  const erased = titledRecords(job.erased ?? {}, titles).filter(({ count }) => count > 0);
  const total = erased.reduce((sum, { count }) => sum + count, 0);
  return (
    <Message
      tone="success"
      title={of === undefined ? t('erasure.deleted-title') : t('erasure.deleted-title-of', { name: of })}
    >
      <div className="stack-tight">
        <p>
          {t('erasure.deleted', { count: total })} {checkOf(job, viewer)}
        </p>
        {erased.length > 0 && (
          <ul className="points">
            {erased.map(({ name, title, count }) => (
              <li key={name}>{t('erasure.records-of', { title, count })}</li>
            ))}
          </ul>
        )}
        <Missed job={job} />
        <p>{confirmationOf(job, viewer)}</p>
      </div>
    </Message>
  );
}

/** Records that had been counted and that nobody found. */
function Missed({ job }: { job: JobView }) {
  const missed = Object.values(job.missed ?? {}).reduce((sum, count) => sum + count, 0);
  if (missed === 0) return null;
  return <p>{t('erasure.missed', { count: missed })}</p>;
}

const checkOf = ({ doneAt }: JobView, viewer: Viewer): string =>
  doneAt === undefined
    ? t('erasure.checked')
    : t('erasure.checked-on', { moment: formatInstant(doneAt, viewer) });

function confirmationOf({ confirmedAt, missed }: JobView, viewer: Viewer): string {
  if (confirmedAt !== undefined)
    return t('erasure.confirmed-on', { moment: formatInstant(confirmedAt, viewer) });
  return t(missed ? 'erasure.confirmed-after-week' : 'erasure.to-confirm');
}
