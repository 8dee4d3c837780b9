/** What of the page is on the screen, in pixels from the top of its frame. */
export interface VisiblePart {
  top: number;
  height: number;
}

/** No answer by then means that none will come, as in a window that nobody sees. */
const ANSWER_MS = 150;

/**
 * Says what of the page is on the screen: at once, and whenever the frame has another size. Jira makes a frame as tall as
 * its page, and no page of another site can ask how far it is scrolled; but a browser tells of what is observed how much
 * of it shows, through all frames around it.
 */
export function watchVisiblePart(seen: (part: VisiblePart) => void): () => void {
  const page = document.documentElement;
  const whole = (): VisiblePart => ({ top: 0, height: window.innerHeight });
  const noAnswer = setTimeout(() => seen(whole()), ANSWER_MS);
  const observer = new IntersectionObserver((entries) => {
    clearTimeout(noAnswer);
    const { top = 0, height = 0 } = entries.at(-1)?.intersectionRect ?? {};
    seen(height > 0 ? { top, height } : whole());
  });
  const lookAgain = () => {
    observer.unobserve(page);
    observer.observe(page);
  };
  observer.observe(page);
  window.addEventListener('resize', lookAgain);
  return () => {
    clearTimeout(noAnswer);
    observer.disconnect();
    window.removeEventListener('resize', lookAgain);
  };
}
