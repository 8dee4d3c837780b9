import Button from '@atlaskit/button/new';
import type { SettingChange } from '../../../src/contract';
import { Message } from '../../shared/message';
import { changeWords } from '../../shared/setting-words';
import { useViewer } from '../../shared/viewer';

interface SavedMeanwhileProps {
  /** From what is saved to what stands in the form. */
  changes: readonly SettingChange[];
  /** Titles of data sets. */
  titles?: ReadonlyMap<string, string>;
  onTake: () => void;
}

/** What was saved meanwhile, beside what stands in the form. */
export function SavedMeanwhile({ changes, titles = new Map(), onTake }: SavedMeanwhileProps) {
  const { locale } = useViewer();
  return (
    <Message
      tone="warning"
      title="From what is saved to what stands in this form"
      actions={<Button onClick={onTake}>Take what is saved</Button>}
    >
      <ul className="points">
        {changes.map((change) => (
          <li key={`${change.setting} ${change.dataSet ?? change.purpose ?? ''}`}>
            {changeWords(change, titles, locale)}
          </li>
        ))}
      </ul>
      <p>Saving again saves this form over it.</p>
    </Message>
  );
}
