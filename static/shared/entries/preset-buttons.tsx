import Button from '@atlaskit/button/new';
import { dayOf } from '../dates';
import { firstWeekday } from '../first-weekday';
import { useViewer } from '../viewer';
import { t } from '../words/words';
import { presetsOf, type DayPreset } from './day-presets';
import type { Filter } from './use-entry-pages';

interface PresetButtonsProps {
  filter: Filter;
  onChosen: (preset: DayPreset) => void;
}

/** Ranges of days with one click, counted from today in the viewer's time zone. */
export function PresetButtons({ filter, onChosen }: PresetButtonsProps) {
  const { locale, timeZone } = useViewer();
  const presets = presetsOf(dayOf(new Date(), timeZone), firstWeekday(locale));
  return (
    <div className="row" role="group" aria-label={t('entries.days')}>
      {presets.map((preset) => {
        const isChosen = filter.from === preset.from && filter.to === preset.to;
        return (
          <Button
            key={preset.name}
            spacing="compact"
            aria-pressed={isChosen}
            isSelected={isChosen}
            onClick={() => onChosen(preset)}
          >
            {t(preset.name)}
          </Button>
        );
      })}
    </div>
  );
}
