import Button from '@atlaskit/button/new';
import { dayOf } from '../dates';
import { firstWeekday } from '../first-weekday';
import { useViewer } from '../viewer';
import { t } from '../words/words';
import { presetsOf, type DayPreset } from './day-presets';
import type { Filter } from './use-entry-pages';

interface PresetButtonsProps {
  filter: Filter;
  onChosen: (days: Pick<DayPreset, 'from' | 'to'>) => void;
}

/** Ranges of days with one click, counted from today in the viewer's time zone. */
export function PresetButtons({ filter, onChosen }: PresetButtonsProps) {
  const { locale, timeZone } = useViewer();
  const presets = presetsOf(dayOf(new Date(), timeZone), firstWeekday(locale));
  return (
    <div className="row" role="group" aria-label={t('entries.days')}>
      {presets.map(({ name, from, to }) => {
        const isChosen = filter.from === from && filter.to === to;
        return (
          <Button
            key={name}
            spacing="compact"
            aria-pressed={isChosen}
            isSelected={isChosen}
            onClick={() => onChosen({ from, to })}
          >
            {t(name)}
          </Button>
        );
      })}
    </div>
  );
}
