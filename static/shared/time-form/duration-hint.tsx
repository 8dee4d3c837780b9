import type { ReactNode } from 'react';
import type { ReadDuration, WorkingTime } from '../../../src/timesheet/duration';
import { formatDuration } from '../duration';
import { useViewer } from '../viewer';
import { rich, t } from '../words/words';
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
  if (read.is !== 'read') return t('time.hint');
  const time = formatDuration(read.seconds, locale);
  return read.byWorkingTime ? workingTimeWords(time, working) : t('time.read-as', { time });
}

function HoursOrMinutes({ number, onChosen }: Pick<DurationHintProps, 'onChosen'> & { number: number }) {
  const choice = (unit: 'h' | 'm') => (words: ReactNode) => (
    <button type="button" className="plain-button subtle" onClick={() => onChosen(`${number}${unit}`)}>
      {words}
    </button>
  );
  return rich('time.hours-or-minutes', { number, hours: choice('h'), minutes: choice('m') });
}
