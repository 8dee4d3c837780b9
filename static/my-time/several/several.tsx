import { useEffect, useRef } from 'react';
import { t } from '../../shared/words/words';
import { Preview, type InWeek } from './preview';
import { Repeat } from './repeat';
import { pastedTimes, type Asked, type Pasted } from './times';

export interface SeveralProps extends InWeek {
  asked: Asked;
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
        {t(asked === 'repeat' ? 'my-time.repeat-title' : 'my-time.pasted-title')}
      </h3>
      {asked === 'repeat' ? <Repeat {...props} /> : <PastedCells {...props} pasted={asked} />}
    </section>
  );
}

function PastedCells({ pasted, ...props }: InWeek & { pasted: Pasted }) {
  const { times, unread } = pastedTimes(pasted);
  return (
    <>
      {unread > 0 && <p>{t('my-time.pasted-unread', { count: unread })}</p>}
      <Preview {...props} times={times} />
    </>
  );
}
