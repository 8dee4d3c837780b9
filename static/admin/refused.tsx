import type { Failure } from '../shared/call';

/** The whole page for somebody who is no administrator: what the app answered, and where their own data is. */
export function Refused({ failure }: { failure: Failure }) {
  return (
    <section className="refused stack" aria-labelledby="refused-title">
      <svg className="refused-picture" viewBox="0 0 64 64" aria-hidden="true">
        <path d="M18 28v-8a14 14 0 0 1 28 0v8" fill="none" stroke="currentColor" strokeWidth="5" />
        <rect x="12" y="28" width="40" height="28" rx="5" fill="currentColor" />
      </svg>
      <h2 className="title-medium" id="refused-title">
        This page is for administrators
      </h2>
      <p>{failure.error.message}</p>
      <p className="quiet">
        To see, export or delete what the app keeps about you, open <strong>My data</strong> in the menu of
        your profile picture.
      </p>
    </section>
  );
}
