import { useEffect, useRef } from 'react';
import type { WeekView } from '../../../src/contract';
import { countOf } from '../../shared/count-words';
import type { RequestIds } from '../../shared/time-form/use-log-time';
import { useViewer } from '../../shared/viewer';
import type { OwnTime } from '../use-week';
import { Preview } from './preview';
import { Repeat } from './repeat';
import { pastedTimes, type Pasted } from './times';

/** What was asked for: to repeat a day or a week, or to log what was pasted. */
export type Asked = 'repeat' | Pasted;

export interface SeveralProps {
  asked: Asked;
  week: WeekView;
  requestIds: RequestIds;
  own: OwnTime;
  onClose: () => void;
}

/** Several entries that are to be logged at once: shown first, then logged. */
export function Several(props: SeveralProps) {
  const { asked, onClose } = props;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus();
  }, [asked]);
  return (
    <section
      className="card stack-tight"
      aria-labelledby="several-title"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <h3 className="title-xsmall" id="several-title" ref={title} tabIndex={-1}>
        {asked === 'repeat' ? 'Repeat a day or a week' : 'Log what was pasted'}
      </h3>
      {asked === 'repeat' ? <Repeat {...props} /> : <PastedCells {...props} pasted={asked} />}
    </section>
  );
}

function PastedCells({ pasted, ...props }: SeveralProps & { pasted: Pasted }) {
  const { locale } = useViewer();
  const { times, unread } = pastedTimes(pasted);
  return (
    <>
      {unread > 0 && (
        <p>{countOf(unread, 'cell is', 'cells are', locale)} left out: no duration, or beside the table.</p>
      )}
      <Preview {...props} times={times} />
    </>
  );
}
