import type { ReactNode } from 'react';
import type { SettingChange, WaitingSetting } from '../../src/contract';
import { formatInstant } from '../shared/dates';
import { changeWords } from '../shared/setting-words';
import { useViewer } from '../shared/viewer';
import { t } from '../shared/words/words';

interface ChangeListProps<Change extends SettingChange> {
  changes: readonly Change[];
  /** Titles of data sets. */
  titles?: ReadonlyMap<string, string> | undefined;
  /** What is said of a change, which is given in words, too; nothing more than these if it is missing. */
  item?: (change: Change, words: string) => ReactNode;
}

const NO_TITLES: ReadonlyMap<string, string> = new Map();

/** Changes of settings, each from what to what. */
export function ChangeList<Change extends SettingChange>(props: ChangeListProps<Change>) {
  const { changes, titles = NO_TITLES, item } = props;
  return (
    <ul className="points">
      {changes.map((change) => {
        const { setting, dataSet, purpose } = change;
        const words = changeWords(change, titles);
        return <li key={`${setting} ${dataSet ?? purpose ?? ''}`}>{item ? item(change, words) : words}</li>;
      })}
    </ul>
  );
}

interface WaitingListProps extends Omit<ChangeListProps<WaitingSetting>, 'item'> {
  /** What stands after a change, which is given in words, too. */
  after?: (change: WaitingSetting, words: string) => ReactNode;
}

/** Changes that wait, each with the moment from which it is in force. */
export function WaitingList({ after, ...list }: WaitingListProps) {
  const viewer = useViewer();
  return (
    <ChangeList
      {...list}
      item={(change, words) => (
        <>
          {t('admin.waiting-change', { change: words, moment: formatInstant(change.from, viewer) })}
          {after?.(change, words)}
        </>
      )}
    />
  );
}
