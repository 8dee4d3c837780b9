import type { Day } from '../../../src/contract';
import { shortDay } from '../week-days';
import { useViewer } from '../../shared/viewer';

interface DayTicksProps {
  legend: string;
  days: readonly Day[];
  chosen: readonly Day[];
  onChosen: (days: readonly Day[]) => void;
}

/** Days to choose from. */
export function DayTicks({ legend, days, chosen, onChosen }: DayTicksProps) {
  const { locale } = useViewer();
  if (days.length === 0) return null;
  return (
    <fieldset className="row">
      <legend className="small">{legend}</legend>
      {days.map((day) => (
        <label key={day} className="small">
          <input
            type="checkbox"
            className="tick"
            checked={chosen.includes(day)}
            onChange={(event) =>
              onChosen(event.currentTarget.checked ? [...chosen, day] : chosen.filter((one) => one !== day))
            }
          />
          {shortDay(day, locale).join(' ')}
        </label>
      ))}
    </fieldset>
  );
}
