import type { Day, ListedEntry } from '../../../src/contract';
import { call } from '../../shared/call';
import { formatDuration } from '../../shared/duration';
import type { Failure } from '../../shared/failure';
import { useLogTime, type RequestIds } from '../../shared/time-form/use-log-time';
import type { TimeDraft } from '../../shared/time-form/use-time-draft';
import { useAction } from '../../shared/use-action';
import { useViewer } from '../../shared/viewer';
import { severalWords, useLogSeveral } from '../several/use-log-several';
import type { OwnTime } from '../use-week';
import type { Cell } from './cells';

interface CellTimeParts {
  cell: Cell;
  name: string;
  entry: ListedEntry | undefined;
  draft: TimeDraft;
  /** Further days on which the same is logged. */
  alsoOn: readonly Day[];
  requestIds: RequestIds;
  own: OwnTime;
}

interface CellTime {
  busy: boolean;
  failure: Failure | undefined;
  /** Logs or corrects, unless nothing was changed; false where it did not come to that. */
  keep: () => Promise<boolean>;
}

/** Carries out what was typed into a cell. */
export function useCellTime({ cell, name, entry, draft, alsoOn, requestIds, own }: CellTimeParts): CellTime {
  const { locale } = useViewer();
  const logging = useLogTime(draft, requestIds);
  const correcting = useAction();
  const several = useLogSeveral(requestIds);

  const log = async () => {
    const result = await logging.send(cell.issueId);
    if (!result) return false;
    const [logged, inDay] = [result.entry.seconds, result.daySeconds].map((one) =>
      formatDuration(one, locale),
    );
    own.put(result.entry, `${logged} logged on ${name}. That day now has ${inDay}.`);
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
      const answer = await call('correctEntry', { id: corrected.id, ...time }, notCorrected);
      draft.note(answer);
      return answer;
    });
    if (!result) return false;
    const words = `Corrected to ${formatDuration(result.entry.seconds, locale)} on ${name}.`;
    own.put(result.entry, words, result.undo);
    return true;
  };
  return {
    busy: logging.busy || several.busy || correcting.busy,
    failure: logging.failure ?? several.failure ?? correcting.failure,
    keep: async () => {
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

const notCorrected = 'We could not tell whether this entry was corrected. Save it again: twice does no harm.';
