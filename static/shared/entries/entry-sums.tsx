import type { ListedEntry } from '../../../src/contract';
import { formatDuration } from '../duration';
import { secondsIn } from '../seconds-in';
import { useViewer } from '../viewer';
import { t } from '../words/words';

export interface Shown {
  /** Every entry that matches is on this page. */
  isAll: boolean;
  isFiltered: boolean;
  /** All time that matches, also on other pages, where the app said so. */
  seconds: number | undefined;
}

interface EntrySumsProps {
  entries: readonly ListedEntry[];
  shown: Shown;
}

/** The foot of the table: the sum of what is shown, and of all that matches where that is known. */
export function EntrySums({ entries, shown: { isAll, isFiltered, seconds } }: EntrySumsProps) {
  const all = t(isFiltered ? 'entries.sum-of-matching' : 'entries.sum-of-all');
  return (
    <tfoot>
      <SumRow words={isAll ? all : t('entries.sum-of-page')} seconds={secondsIn(entries)} />
      {!isAll && seconds !== undefined && <SumRow words={all} seconds={seconds} />}
    </tfoot>
  );
}

function SumRow({ words, seconds }: { words: string; seconds: number }) {
  const { locale } = useViewer();
  return (
    <tr>
      <td />
      <th scope="row">{words}</th>
      <td className="number at-end">{formatDuration(seconds, locale)}</td>
      <td colSpan={3} />
    </tr>
  );
}
