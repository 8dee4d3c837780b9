import { useLayoutEffect, useRef } from 'react';
import { placeDialog } from './dialog-place';
import { watchVisiblePart } from './visible-part';

/** Opens the dialog as a modal when it appears, with the focus on its heading, and gives the focus back afterwards. */
export function useModalDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  // A layout effect: its end comes while the dialog still stands, and only then does it give the focus back.
  useLayoutEffect(() => {
    const shown = dialog.current;
    if (!shown) return;
    const makeRoomAgain = makeRoom();
    // Without it a browser puts the focus on the first button, and shows the end of what is there to read.
    heading.current?.setAttribute('autofocus', '');
    const unwatch = watchVisiblePart((part) => {
      placeDialog(shown, part);
      if (shown.open) return;
      shown.showModal();
      heading.current?.focus({ preventScroll: true });
    });
    return () => {
      unwatch();
      shown.close();
      makeRoomAgain();
    };
  }, []);
  return { dialog, heading };
}

// What of the screen is left for a page between the browser's and Jira's own bars.
const barsHeight = 240;
const [leastHeight, mostHeight] = [420, 820];

/** A short page makes a short frame, and a dialog needs some room: the page is taller while one is open. */
function makeRoom(): () => void {
  const { style } = document.body;
  const before = style.minHeight;
  const height = Math.min(mostHeight, Math.max(leastHeight, window.screen.availHeight - barsHeight));
  style.minHeight = `${height}px`;
  return () => {
    style.minHeight = before;
  };
}
