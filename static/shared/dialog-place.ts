import type { VisiblePart } from './visible-part';

const [margin, lowMargin] = [24, 8];
/** Below it, a part that scrolls between a head and an end that stand would be too small to read in. */
const lowHeight = 560;
/** Of less than that there is nothing to read in: the dialog is larger then, and the page is scrolled to it. */
const leastHeight = 200;

/** Where a dialog stands, and how tall it may be, so that it is whole in what of the page is on the screen. */
export function placeIn({ top, height }: VisiblePart): { top: number; maxHeight: number; low: boolean } {
  const low = height < lowHeight;
  const around = low ? lowMargin : margin;
  return { top: top + around, maxHeight: Math.max(leastHeight, height - 2 * around), low };
}

export function placeDialog(dialog: HTMLDialogElement, part: VisiblePart): void {
  const { top, maxHeight, low } = placeIn(part);
  dialog.style.marginBlockStart = `${top}px`;
  dialog.style.maxHeight = `${maxHeight}px`;
  dialog.dataset['low'] = String(low);
}
