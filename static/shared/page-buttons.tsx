import Button from '@atlaskit/button/new';
import { useLayoutEffect, useRef, type ReactNode } from 'react';

interface PageButtonsProps {
  label: string;
  /** Where in the list the reader is. */
  children: ReactNode;
  previous: string;
  next: string;
  busy?: boolean;
  /** Missing on the first page. */
  onPrevious: (() => void) | undefined;
  /** Missing on the last page. */
  onNext: (() => void) | undefined;
}

/** Leads through the pages of a list; nothing where there is one page only. */
export function PageButtons(props: PageButtonsProps) {
  const { label, children, previous, next, busy = false, onPrevious, onNext } = props;
  const nav = useFocusKept();
  if (!onPrevious && !onNext) return null;
  // A button that is disabled while a page is on its way loses the focus.
  const press = (go: (() => void) | undefined) => () => {
    if (!busy) go?.();
  };
  return (
    <nav className="row" aria-label={label} ref={nav}>
      <Button isDisabled={!onPrevious} onClick={press(onPrevious)}>
        {previous}
      </Button>
      <span className="number" role="status">
        {children}
      </span>
      <Button isDisabled={!onNext} onClick={press(onNext)}>
        {next}
      </Button>
    </nav>
  );
}

/** The button that led to the first or the last page is disabled there: the focus goes to the other one. */
function useFocusKept() {
  const nav = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const focused = document.activeElement;
    if (focused?.matches(':disabled') && nav.current?.contains(focused))
      nav.current.querySelector<HTMLElement>('button:enabled')?.focus();
  });
  return nav;
}
