import type { Said } from './use-said';

/** What was just done, for the eyes and as a live region for the ears, which do not hear twice what a flag says. */
export function StatusLine({ said: { words, inFlag } }: { said: Said }) {
  return (
    <p role="status" className="status-line">
      {words !== '' && <span aria-hidden={inFlag}>{words}</span>}
    </p>
  );
}
