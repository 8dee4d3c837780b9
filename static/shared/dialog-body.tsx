import { useEffect, useRef, useState, type ReactNode } from 'react';
import { t } from './words/words';

/** What a dialog says. Where it does not fit, a button says that there is more, and leads there. */
export function DialogBody({ children }: { children: ReactNode }) {
  const body = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const [below, setBelow] = useState(false);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    if (!end.current) return;
    const watch = new IntersectionObserver(
      (seen) => {
        const outOfSight = seen.at(-1)?.isIntersecting === false;
        setBelow(outOfSight);
        if (outOfSight) setScrolls(true);
      },
      { root: body.current },
    );
    watch.observe(end.current);
    return () => watch.disconnect();
  }, []);
  const goOn = () => {
    const shown = body.current;
    // The button may go with this step; the focus stays with what it moved.
    shown?.focus({ preventScroll: true });
    shown?.scrollBy({ top: shown.clientHeight * 0.8 });
  };
  return (
    <div className="dialog-frame">
      <div className="dialog-body" ref={body} {...(scrolls && { tabIndex: 0 })}>
        <div className="stack">{children}</div>
        <div className="dialog-last" ref={end} />
      </div>
      {below && (
        <button type="button" className="dialog-more" onClick={goOn}>
          {t('common.more-below')}
        </button>
      )}
    </div>
  );
}
