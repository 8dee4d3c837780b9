import type { Day, ListedEntry } from '../../../src/contract';
import { call } from '../../shared/call';
import type { Failure } from '../../shared/failure';
import { useLogTime, type RequestIds } from '../../shared/time-form/use-log-time';
import type { TimeDraft } from '../../shared/time-form/use-time-draft';
import { useAction } from '../../shared/use-action';
import { useViewer } from '../../shared/viewer';
import { t } from '../../shared/words/words';
import { severalWords, useLogSeveral } from '../several/use-log-several';
import type { OwnTime } from '../use-week';
import type { CellNames } from './cell-names';
import { entryWords, loggedWords, type Cell } from './cells';

interface CellTimeParts {
  cell: Cell;
  names: CellNames;
  entry: ListedEntry | undefined;
  draft: TimeDraft;
  /** Further days on which the same is logged. */
  alsoOn: readonly Day[];
  requestIds: RequestIds;
  own: OwnTime;
}

export interface CellTime {
  busy: boolean;
  failure: Failure | undefined;
  /** Whether it can be kept as it stands; what is wrong is said beside it from then on. */
  isGood: () => boolean;
  /** Logs or corrects, unless nothing was changed; false where it did not come to that. */
  keep: () => Promise<boolean>;
}

/** Carries out what was typed into a cell. */
export function useCellTime({ cell, names, entry, draft, alsoOn, requestIds, own }: CellTimeParts): CellTime {
  const { locale } = useViewer();
  const logging = useLogTime(draft, requestIds);
  const correcting = useAction();
  const several = useLogSeveral(requestIds);

  const log = async () => {
    const result = await logging.send(cell.issueId);
    if (!result) return false;
    own.put(result.entry, loggedWords(result, names, locale));
    return true;
  };
  const logSeveral = async () => {
    const { read } = draft;
    if (!draft.check() || read.is !== 'read') return false;
    const days = [cell.day, ...alsoOn].sort();
    const result = await several.send(
      days.map((day) => ({ issueId: cell.issueId, day, seconds: read.seconds })),
    );
    if (!result) return false;
    own.logged(result.entries, severalWords(result, locale));
    return true;
  };
  const correct = async (corrected: ListedEntry) => {
    const time = draft.check();
    if (!time) return false;
    const result = await correcting.run(async () => {
      const answer = await call('correctEntry', { id: corrected.id, ...time }, t('entries.not-corrected'));
      draft.note(answer);
      return answer;
    });
    if (!result) return false;
    const words = t('entries.corrected', { entry: entryWords(result.entry, names, locale) });
    own.put(result.entry, words, result.undo);
    return true;
  };
  return {
    busy: logging.busy || several.busy || correcting.busy,
    failure: logging.failure ?? several.failure ?? correcting.failure,
    isGood: () => isUnchanged(draft, entry) || draft.check() !== undefined,
    keep: async () => {
      for (const { forget } of [logging, several, correcting]) forget();
      if (isUnchanged(draft, entry)) return true;
      if (entry) return correct(entry);
      return alsoOn.length > 0 ? logSeveral() : log();
    },
  };
}

function isUnchanged({ duration, read }: TimeDraft, entry: ListedEntry | undefined): boolean {
  if (!entry) return duration.trim() === '';
  return read.is === 'read' && read.seconds === entry.seconds;
}
