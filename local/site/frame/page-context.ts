import type { SessionView } from './session-view';

/** What a page of the frame is drawn from. */
export interface PageContext {
  session: SessionView;
  url: URL;
  /** To be called when the page is left. */
  onEnd(end: () => void): void;
  /** Draws the page anew. */
  redraw(): void;
}

/** A page of the frame, with the title of its window. */
export interface DrawnPage {
  title: string;
  element: HTMLElement;
}
