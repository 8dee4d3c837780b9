import { useEffect, useRef, useState, type ReactNode } from 'react';
import { t } from './words/words';

/** Of those that stay at the end of a dialog with little room; the style sheet has it, too. */
const BUTTONS_HEIGHT = 57;

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
      // With little room the dialog itself scrolls, under its buttons.
      { root: end.current.closest('dialog'), rootMargin: `0px 0px -${BUTTONS_HEIGHT}px 0px` },
    );
    watch.observe(end.current);
    return () => watch.disconnect();
  }, []);
  const goOn = () => {
    const dialog = body.current?.closest('dialog');
    const isLow = dialog?.dataset['low'] === 'true';
    const scrolled = isLow ? dialog : body.current;
    // The button may go with this step; the focus stays with what it moved.
    body.current?.focus({ preventScroll: true });
    scrolled?.scrollBy({ top: scrolled.clientHeight * (isLow ? 0.6 : 0.8) });
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
