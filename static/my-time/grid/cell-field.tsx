import {
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type RefObject,
  type SyntheticEvent,
} from 'react';
import type { Day, ListedEntry } from '../../../src/contract';
import { DurationHint } from '../../shared/time-form/duration-hint';
import { TimeFailure } from '../../shared/time-form/time-fields';
import { useTimeDraft, type TimeDraft } from '../../shared/time-form/use-time-draft';
import { t } from '../../shared/words/words';
import { DayTicks } from '../several/day-ticks';
import { idOf, stepOfArrow, type OpenCellProps, type Step } from './cells';
import { DeleteEntry } from './delete-entry';
import { useCellTime, type CellTime } from './use-cell-time';

interface CellFieldProps extends Omit<OpenCellProps, 'entries'> {
  /** It is corrected; without it, time is logged. */
  entry: ListedEntry | undefined;
}

/**
 * The time of a cell: Enter, Tab, the arrows up and down and another cell keep it, Escape leaves it as it was. The keyboard
 * goes on at once, because what is typed until the app has answered belongs to the next cell.
 */
export function CellField(props: CellFieldProps) {
  const { cell, names, entry, typed, days, own, onLeave } = props;
  const draft = useTimeDraft({ startedOn: cell.day, typed, ...(entry && { seconds: entry.seconds }) });
  const [alsoOn, setAlsoOn] = useState<readonly Day[]>([]);
  const time = useCellTime({ ...props, draft, alsoOn });
  const note = useId();
  const field = useFocusedField(typed);
  const { keep, keepAndGo } = useKeeping(props, time, field);

  const choose = (duration: string) => {
    draft.setDuration(duration);
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Escape') onLeave();
    if (event.target !== field.current) return;
    // Tab leads to the question whether hours or minutes are meant.
    const step = event.key === 'Tab' && draft.read.is === 'either' ? undefined : stepOf(event);
    if (step !== undefined) keepAndGo(event, step);
  };
  return (
    <form
      className="cell-form"
      noValidate
      aria-busy={time.busy}
      aria-label={t('my-time.cell', { workItem: names.workItem, day: names.day })}
      onKeyDown={onKeyDown}
      onSubmit={keep}
    >
      <input
        ref={field}
        className="cell-input"
        data-cell={idOf(cell)}
        readOnly={time.busy}
        aria-label={t('my-time.time-spent-on', { workItem: names.workItem, day: names.day })}
        aria-invalid={faultsOf(draft).length > 0}
        aria-describedby={note}
        autoComplete="off"
        value={draft.duration}
        onChange={(event) => draft.setDuration(event.target.value)}
      />
      <div className="cell-note stack-tight">
        <CellNote id={note} draft={draft} onChosen={choose} />
        <TimeFailure failure={time.failure} />
        {!entry && (
          <DayTicks
            legend={t('my-time.also-on')}
            days={days.filter((day) => day !== cell.day)}
            chosen={alsoOn}
            onChosen={setAlsoOn}
          />
        )}
        <CellButtons busy={time.busy} entry={entry} names={names} own={own} onLeave={onLeave} />
      </div>
    </form>
  );
}

/** How what stands in the field is kept; where that fails, the field stays open and says why. */
function useKeeping(
  { names, own, onOpen, onLeave, onGo, onClose }: CellFieldProps,
  time: CellTime,
  field: RefObject<HTMLInputElement>,
) {
  const isHere = () => field.current?.form?.contains(document.activeElement) === true;
  const onItsWay = useRef<Promise<boolean>>();
  const keepOnce = async () => {
    const isKept = await time.keep();
    if (isKept) (isHere() ? onLeave : onClose)();
    else {
      onItsWay.current = undefined;
      // Left with Escape or Cancel meanwhile: the reason has no place any more.
      if (!field.current) own.unsure(t('my-time.left-unsure', { ...names }));
      else if (isHere()) field.current.focus();
    }
    return isKept;
  };
  // A second attempt meanwhile, such as on the way to another week, gets the answer of the first.
  const keep = () => (onItsWay.current ??= keepOnce());
  useEffect(() => {
    return onOpen({ names, keep });
  });
  return {
    keep: (event: SyntheticEvent) => {
      event.preventDefault();
      void keep();
    },
    keepAndGo: (event: SyntheticEvent, step: Step) => {
      event.preventDefault();
      if (time.isGood()) onGo(step);
      void keep();
    },
  };
}

function useFocusedField(typed: string | undefined): RefObject<HTMLInputElement> {
  const field = useRef<HTMLInputElement>(null);
  // Not after the next paint: what is typed meanwhile would be lost.
  useLayoutEffect(() => {
    field.current?.focus();
    if (typed === undefined) field.current?.select();
  }, [typed]);
  return field;
}

interface CellNoteProps {
  id: string;
  draft: TimeDraft;
  onChosen: (duration: string) => void;
}

const faultsOf = ({ faults }: TimeDraft) => Object.values(faults).filter((fault) => fault !== undefined);

/** How the app reads what stands in the field, and what is wrong with it. */
function CellNote({ id, draft, onChosen }: CellNoteProps) {
  return (
    <div id={id} className="small">
      {faultsOf(draft).map((fault) => (
        <p key={fault} className="field-error">
          {fault}
        </p>
      ))}
      <p className="quiet">
        <DurationHint read={draft.read} working={draft.working} onChosen={onChosen} />
      </p>
    </div>
  );
}

interface CellButtonsProps extends Pick<CellFieldProps, 'entry' | 'names' | 'own' | 'onLeave'> {
  busy: boolean;
}

function CellButtons({ busy, entry, names, own, onLeave }: CellButtonsProps) {
  return (
    <div className="row">
      <button type="submit" className="plain-button primary" aria-disabled={busy}>
        {t(entry ? 'common.save' : 'time.log-time')}
      </button>
      <button type="button" className="plain-button subtle" onClick={() => onLeave()}>
        {t('common.cancel')}
      </button>
      {entry && <DeleteEntry entry={entry} names={names} own={own} onDeleted={() => onLeave()} />}
    </div>
  );
}

function stepOf({ key, shiftKey }: KeyboardEvent): Step | undefined {
  if (key === 'Tab') return shiftKey ? 'previous' : 'next';
  const step = stepOfArrow(key);
  // Left and right are within the text.
  return step === 'up' || step === 'down' ? step : undefined;
}
