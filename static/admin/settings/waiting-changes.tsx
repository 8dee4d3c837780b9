import Button from '@atlaskit/button/new';
import type { SettingsView, WaitingSetting } from '../../../src/contract';
import { formatInstant } from '../../shared/dates';
import { Message } from '../../shared/message';
import { changeWords } from '../../shared/setting-words';
import { useViewer } from '../../shared/viewer';
import { titlesOf } from './typed-settings';

interface WaitingChangesProps {
  settings: SettingsView;
  busy: boolean;
  onTakeBack: (change: WaitingSetting) => void;
}

/** Changes that are not in force yet, each with the way to take it back. */
export function WaitingChanges({ settings, busy, onTakeBack }: WaitingChangesProps) {
  const viewer = useViewer();
  if (settings.waiting.length === 0) return null;
  const titles = titlesOf(settings);
  return (
    <Message tone="warning" title="These changes are not in force yet">
      <ul className="points">
        {settings.waiting.map((change) => {
          const words = changeWords(change, titles, viewer.locale);
          return (
            <li key={`${change.setting} ${change.dataSet ?? ''}`}>
              {words}, from {formatInstant(change.from, viewer)} on.{' '}
              <Button
                spacing="compact"
                isDisabled={busy}
                aria-label={`Take back: ${words}`}
                onClick={() => onTakeBack(change)}
              >
                Take back
              </Button>
            </li>
          );
        })}
      </ul>
    </Message>
  );
}
