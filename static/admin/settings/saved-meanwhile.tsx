import Button from '@atlaskit/button/new';
import type { SettingsView } from '../../../src/contract';
import { Message } from '../../shared/message';
import { changeWords } from '../../shared/setting-words';
import { useViewer } from '../../shared/viewer';
import { differences, type TypedSettings } from './typed-settings';

interface SavedMeanwhileProps {
  saved: SettingsView;
  typed: TypedSettings;
  onTake: () => void;
}

/** What another administrator saved, beside what stands in the form. */
export function SavedMeanwhile({ saved, typed, onTake }: SavedMeanwhileProps) {
  const { locale } = useViewer();
  const titles = new Map(saved.retention.map(({ dataSet, title }) => [dataSet, title]));
  return (
    <Message
      tone="warning"
      title="From what is saved to what stands in this form"
      actions={<Button onClick={onTake}>Take what is saved</Button>}
    >
      <ul className="points">
        {differences(saved, typed).map((change) => (
          <li key={`${change.setting} ${change.dataSet ?? ''}`}>{changeWords(change, titles, locale)}</li>
        ))}
      </ul>
      <p>Saving again saves this form over it.</p>
    </Message>
  );
}
