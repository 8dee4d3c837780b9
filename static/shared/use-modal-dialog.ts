import { useLayoutEffect, useRef } from 'react';

const margin = 24;
// What of the screen is left for a page between the browser's and Jira's own bars.
const barsHeight = 240;
const [leastHeight, mostHeight] = [420, 820];

/** Opens the dialog as a modal when it appears, with the focus on its heading, and gives the focus back afterwards. */
export function useModalDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  // A layout effect: its end comes while the dialog still stands, and only then does it give the focus back.
  useLayoutEffect(() => {
    const shown = dialog.current;
    if (!shown) return;
    const heightBefore = document.body.style.minHeight;
    const tallest = Math.min(mostHeight, Math.max(leastHeight, window.screen.availHeight - barsHeight));
    // A short page makes a short frame; a dialog needs some room.
    document.body.style.minHeight = `${tallest + 2 * margin}px`;
    shown.style.maxHeight = `min(calc(100dvh - ${2 * margin}px), ${tallest}px)`;
    placeNear(shown, document.activeElement);
    shown.showModal();
    heading.current?.focus();
    return () => {
      shown.close();
      document.body.style.minHeight = heightBefore;
    };
  }, []);
  return { dialog, heading };
}

/**
 * Jira makes a page's frame as tall as its content, so the middle of the frame may be far from what the person sees:
 * in a tall frame the dialog opens near what opened it.
 */
function placeNear(dialog: HTMLDialogElement, opener: Element | null): void {
  const lowest = window.innerHeight - mostHeight - margin;
  if (lowest < margin || !opener) return;
  const wanted = opener.getBoundingClientRect().top - mostHeight / 4;
  dialog.style.marginBlockStart = `${Math.max(margin, Math.min(lowest, wanted))}px`;
}
