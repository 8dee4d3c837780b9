import { useEffect, useRef } from 'react';

const tallFrame = 1100;
const margin = 24;

/** Opens the dialog as a modal when it appears, with the focus on its heading, and gives the focus back afterwards. */
export function useModalDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    if (!shown) return;
    const opener = document.activeElement;
    shown.showModal();
    placeNear(shown, opener);
    heading.current?.focus();
    return () => shown.close();
  }, []);
  return { dialog, heading };
}

/**
 * Jira makes a page's frame as tall as its content, so the middle of the frame may be far from what the person sees:
 * in a tall frame the dialog opens near what opened it.
 */
function placeNear(dialog: HTMLDialogElement, opener: Element | null): void {
  if (window.innerHeight < tallFrame || !opener) return;
  const highest = window.innerHeight - dialog.offsetHeight - margin;
  const wanted = opener.getBoundingClientRect().top - dialog.offsetHeight / 3;
  dialog.style.marginBlockStart = `${Math.max(margin, Math.min(highest, wanted))}px`;
}
