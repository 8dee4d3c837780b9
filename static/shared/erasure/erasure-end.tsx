import type { JobView } from '../../../src/contract';
import { countOf } from '../count-words';
import { formatInstant } from '../dates';
import { Message } from '../message';
import { titledRecords } from '../titled-records';
import { useViewer, type Viewer } from '../viewer';

export interface ErasureEndProps {
  job: JobView;
  /** What data sets are called, by name. */
  titles: ReadonlyMap<string, string>;
  /** Said to the person it is about, or about someone else. */
  whose: 'yours' | 'theirs';
}

/** The plain statement at the end: what was deleted, and what was looked at to say so. */
export function ErasureEnd({ job, titles, whose }: ErasureEndProps) {
  const viewer = useViewer();
  const erased = titledRecords(job.erased ?? {}, titles).filter(({ count }) => count > 0);
  const total = erased.reduce((sum, { count }) => sum + count, 0);
  const gone = countOf(total, 'record was', 'records were', viewer.locale);
  return (
    <Message
      tone="success"
      title={whose === 'yours' ? 'Your data is deleted' : 'The data of this person is deleted'}
    >
      <div className="stack-tight">
        <p>
          {gone} deleted, and a second look by other code
          {job.doneAt === undefined ? '' : ` on ${formatInstant(job.doneAt, viewer)}`} found nothing left.
        </p>
        {erased.length > 0 && (
          <ul className="points">
            {erased.map(({ name, title, count }) => (
              <li key={name}>
                {title}: {count.toLocaleString(viewer.locale)}
              </li>
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
  const { locale } = useViewer();
  const missed = Object.values(job.missed ?? {}).reduce((sum, count) => sum + count, 0);
  if (missed === 0) return null;
  const counted = countOf(missed, 'more record', 'more records', locale);
  return (
    <p>
      {counted} had been counted when it began, and no look found {missed === 1 ? 'it' : 'them'}.
    </p>
  );
}

function confirmationOf({ confirmedAt, missed }: JobView, viewer: Viewer): string {
  if (confirmedAt !== undefined)
    return `A scan of the whole store confirmed it on ${formatInstant(confirmedAt, viewer)}.`;
  if (missed) return 'A scan of the whole store looks again every day, and confirms it after a week.';
  return 'The next scan of the whole store confirms it.';
}
