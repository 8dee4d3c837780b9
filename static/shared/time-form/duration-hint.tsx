import type { ReadDuration, WorkingTime } from '../../../src/timesheet/duration';
import { formatDuration } from '../duration';
import { useViewer } from '../viewer';
import { workingTimeWords } from './working-time';

interface DurationHintProps {
  read: ReadDuration;
  /** What Jira says of days and weeks of work; undefined while it has said nothing. */
  working: WorkingTime | undefined;
  onChosen: (duration: string) => void;
}

/** How the app reads what stands in the field: said, or asked where it can be two things. */
export function DurationHint({ read, working, onChosen }: DurationHintProps) {
  const { locale } = useViewer();
  if (read.is === 'either') return <HoursOrMinutes number={read.number} onChosen={onChosen} />;
  if (read.is !== 'read') return 'Like 1h 30m, 90m or 1:30';
  const rest = read.byWorkingTime ? `, ${workingTimeWords(working, locale)}` : '';
  return `That is ${formatDuration(read.seconds, locale)}${rest}`;
}

function HoursOrMinutes({ number, onChosen }: Pick<DurationHintProps, 'onChosen'> & { number: number }) {
  return (
    <>
      <button type="button" className="plain-button subtle" onClick={() => onChosen(`${number}h`)}>
        {number === 1 ? '1 hour' : `${number} hours`}
      </button>
      {' or '}
      <button type="button" className="plain-button subtle" onClick={() => onChosen(`${number}m`)}>
        {number === 1 ? '1 minute' : `${number} minutes`}
      </button>
      ?
    </>
  );
}
