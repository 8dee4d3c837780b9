import type { WaitingSetting } from '../../src/contract';
import { formatInstant } from '../shared/dates';
import { Message } from '../shared/message';
import { changeWords } from '../shared/setting-words';
import { useViewer } from '../shared/viewer';
import { useTitles } from './use-titles';

interface WaitingSettingsProps {
  /** One or more. */
  waiting: readonly WaitingSetting[];
}

/** Changes of settings that will erase more, among the figures: each administrator learns of them in time. */
export function WaitingSettings({ waiting }: WaitingSettingsProps) {
  const viewer = useViewer();
  const titles = useTitles();
  return (
    <Message tone="warning" title="Settings that erase more are about to be in force">
      <ul className="points">
        {waiting.map((change) => (
          <li key={`${change.setting} ${change.dataSet ?? ''}`}>
            {changeWords(change, titles, viewer.locale)}, from {formatInstant(change.from, viewer)} on
          </li>
        ))}
      </ul>
      <p>You can take them back until then, on the tab Settings.</p>
    </Message>
  );
}
